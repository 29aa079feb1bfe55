/// A step in the growth of a shared database.
///
/// What is in a step never changes: databases have made it.
struct SchemaStep: Sendable {
  /// The oldest step that a program has to know to write after this one.
  let oldest: Int
  private let text: String

  /// Returns the statements, with the quoted names of the database and the
  /// roles.
  func statements(
    database: String, desk: String, referent: String
  ) -> [String] {
    text.replacing(":database", with: database)
      .replacing(":desk", with: desk).replacing(":referent", with: referent)
      .split(separator: ";\n").map(String.init)
  }

  /// All steps; the first has the number 1.
  static let all = [events, ledger, lists, states]

  /// The stations and the lines of their journals.
  ///
  /// The line is the truth; what can be asked for is generated from it. A desk
  /// writes only lines of stations that it has registered itself, and changes
  /// none. It reads those, and those of the others for a day and a half.
  private static let events = SchemaStep(
    oldest: 1,
    text: #"""
      create schema offcirc;
      create table offcirc.step (
        step int primary key,
        oldest int not null,
        made timestamptz not null default now());
      create table offcirc.station (
        station text primary key check (station ~ '^[0-9a-f]{16}$'),
        role name not null default current_user,
        desk text not null default '',
        last_sequence bigint not null default 0,
        clock_lead double precision not null default 0,
        heard timestamptz not null default now(),
        purged bigint not null default 0);
      create table offcirc.event (
        station text not null,
        sequence bigint not null,
        header text check (header ~ '^offcirc-journal\t'),
        line text not null check (line !~ '\n'),
        arrived timestamptz not null default now(),
        kind text generated always as (split_part(line, E'\t', 3)) stored,
        item text generated always as (case split_part(line, E'\t', 3)
          when 'loan' then split_part(line, E'\t', 4)
          when 'return' then split_part(line, E'\t', 4)
          when 'amend' then split_part(line, E'\t', 7) end) stored,
        borrower text generated always as (
          case when split_part(line, E'\t', 3) = 'loan'
            then split_part(line, E'\t', 5)
          when split_part(line, E'\t', 3) = 'amend'
            and split_part(line, E'\t', 6) = 'loan'
            then split_part(line, E'\t', 8) end) stored,
        primary key (station, sequence),
        check (split_part(line, E'\t', 1) = sequence::text));
      alter table offcirc.station enable row level security;
      alter table offcirc.event enable row level security;
      create policy known on offcirc.station for select
        to :desk, :referent using (true);
      create policy registered on offcirc.station for insert to :desk
        with check (role = current_user);
      create policy heard on offcirc.station for update to :desk
        using (role = current_user) with check (role = current_user);
      create policy written on offcirc.event for insert to :desk
        with check (station in (select s.station from offcirc.station s
          where s.role = current_user));
      create policy own on offcirc.event for select to :desk
        using (station in (select s.station from offcirc.station s
          where s.role = current_user));
      create policy recent on offcirc.event for select to :desk
        using (arrived > now() - interval '36 hours');
      create policy library on offcirc.event for select to :referent
        using (true);
      grant usage on schema offcirc to :desk, :referent;
      grant select on offcirc.step, offcirc.station, offcirc.event
        to :desk, :referent;
      grant insert (station, desk, last_sequence, clock_lead),
        update (desk, last_sequence, clock_lead, heard)
        on offcirc.station to :desk;
      grant insert (station, sequence, header, line) on offcirc.event
        to :desk;
      alter database :database set statement_timeout = '5s';
      alter database :database
        set idle_in_transaction_session_timeout = '10s';
      alter database :database set client_connection_check_interval = '2s'
      """#)

  /// The ledger: the lines of all computers' ledgers, for ever.
  ///
  /// Referents add all lines. A desk adds those about its own stations alone,
  /// such as what it noted before it shared. Nobody changes a line: the right
  /// to update has no rows, and lets referents lock the table.
  private static let ledger = SchemaStep(
    oldest: 1,
    text: #"""
      create table offcirc.ledger (
        number bigint generated always as identity primary key,
        digest text not null unique
          check (digest = encode(sha256(convert_to(line, 'UTF8')), 'hex')),
        line text not null check (line ~ '^{"check":"' and line !~ '\n'),
        role name not null default current_user,
        added timestamptz not null default now());
      create function offcirc.may_list(line text) returns boolean
        language sql stable as $$
          select has_table_privilege('offcirc.ledger', 'update')
            or coalesce((select bool_and(exists (
                select from offcirc.station s
                where s.station = source ->> 'station'
                and s.role = current_user))
              from jsonb_array_elements(line::jsonb -> 'sources') source),
              false) $$;
      alter table offcirc.ledger enable row level security;
      create policy known on offcirc.ledger for select
        to :desk, :referent using (true);
      create policy listed on offcirc.ledger for insert
        to :desk, :referent with check (offcirc.may_list(line));
      grant select, insert (digest, line) on offcirc.ledger
        to :desk, :referent;
      grant update on offcirc.ledger to :referent
      """#)

  /// The lists of the library: the newest version of all of them, and no older
  /// one.
  ///
  /// Referents publish, desks read. A desk tells which version it has.
  private static let lists = SchemaStep(
    oldest: 1,
    text: #"""
      create table offcirc.lists (
        version bigint primary key,
        role name not null default current_user,
        published timestamptz not null default now());
      create table offcirc.list (
        name text primary key
          check (name ~ '^[0-9]+-[a-z]+-[0-9-]+[.]csv$'),
        digest text not null check (digest ~ '^[0-9a-f]{64}$'));
      create table offcirc.list_part (
        digest text not null,
        part int not null,
        content bytea not null,
        primary key (digest, part));
      alter table offcirc.station add column lists bigint not null default 0;
      grant select on offcirc.lists, offcirc.list, offcirc.list_part
        to :desk, :referent;
      grant insert (version) on offcirc.lists to :referent;
      grant insert, delete on offcirc.list, offcirc.list_part to :referent;
      grant update (lists) on offcirc.station to :desk
      """#)

  /// The states of copies, which name nobody: each desk reads them always.
  private static let states = SchemaStep(
    oldest: 1,
    text: #"""
      create policy state on offcirc.event for select to :desk
        using (kind = 'condition');
      create index state on offcirc.event (station, sequence)
        where kind = 'condition'
      """#)
}
