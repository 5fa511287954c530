-- The demo social-care company's case system. It numbers clients itself and keeps the register's number.
create table care_client (
    number              text primary key,
    client_id           text not null,
    identity_code       text,
    family_name         text not null,
    given_names         text not null,
    relationship_ended_on date,
    created_at          timestamp with time zone not null,
    updated_at          timestamp with time zone not null
);
create index care_client_by_client on care_client (client_id);
create index care_client_by_identity_code on care_client (identity_code);
create index care_client_by_end on care_client (relationship_ended_on, number);

create table care_case (
    case_id text primary key, number text not null references care_client (number), service text not null,
    need text, worker text not null, opened_on date not null, closed_on date, updated_at timestamp with time zone not null
);
create index care_case_by_number on care_case (number);
create index care_case_by_end on care_case (closed_on, number);

create table care_note (
    note_id text primary key, number text not null references care_client (number), case_id text not null references care_case (case_id),
    written_at timestamp with time zone not null, author text not null, body text not null
);
create index care_note_by_number on care_note (number);
create index care_note_by_time on care_note (written_at, number);
