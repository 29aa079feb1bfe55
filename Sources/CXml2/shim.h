// A node of a parsed page, as libxml2.so.2 lays it out. Its own headers are
// where only pkg-config finds them, and that would link the library.
struct xml_node {
  void *own_data;
  int type;
  const char *name;
  struct xml_node *children, *last, *parent, *next, *previous;
  void *document, *name_space;
  const char *content;
};
