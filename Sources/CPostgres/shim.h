// What libpq.so.5 hands out and takes, as its interface has had it since
// PostgreSQL 9. Its own headers are in a package that only this would need.

// A connection, and an answer.
typedef struct pg_conn postgres_connection;
typedef struct pg_result postgres_result;

// A part of an address; the list ends with one that has no keyword.
struct postgres_option {
  const char *keyword, *variable, *compiled, *value, *label, *display;
  int display_size;
};

// A notification, and the process of the server that sent it.
struct postgres_notification {
  const char *channel;
  int sender;
  const char *payload;
};

// Connections (ConnStatusType) and answers (ExecStatusType).
enum { postgres_is_connected = 0 };
enum { postgres_did_command = 1, postgres_has_rows = 2 };

// The parts of an error.
enum { postgres_state = 'C', postgres_message = 'M' };

// Errors with no more than their states (PGVerbosity).
enum { postgres_states = 3 };

// The types of arrays of bigint and of text (pg_type.dat).
enum { postgres_bytea = 17, postgres_bigint = 20, postgres_text = 25 };
enum { postgres_bigint_array = 1016, postgres_text_array = 1009 };
