-- The demo sole trader's customers: companies by their contact persons, and private persons.
create table person (
    person_id     text primary key,
    family_name   text not null,
    given_names   text not null,
    identity_code text,
    occupation    text,
    care_of       text,
    street        text,
    post_code     text,
    city          text,
    country       text,
    created_at    timestamp with time zone not null,
    updated_at    timestamp with time zone not null
);
create index person_by_identity_code on person (identity_code);
create index person_by_creation on person (created_at, person_id);

create table email (
    id integer primary key, person_id text not null references person (person_id), address text not null,
    shared boolean not null default false, updated_at timestamp with time zone not null
);
create index email_by_person on email (person_id);
create index email_by_address on email (lower(address));

create table phone (
    id integer primary key, person_id text not null references person (person_id), number text not null,
    updated_at timestamp with time zone not null
);
create index phone_by_person on phone (person_id);
create index phone_by_number on phone (number);

create table company_contact (
    id integer primary key, person_id text not null references person (person_id), company_name text not null, business_id text not null,
    task text, position text, valid_from date not null, valid_to date, updated_at timestamp with time zone not null
);
create index company_contact_by_person on company_contact (person_id);
create index company_contact_by_end on company_contact (valid_to, person_id);

create table customership (
    id integer primary key, person_id text not null references person (person_id), kind text not null, basis text not null,
    started_on date not null, ended_on date, updated_at timestamp with time zone not null
);
create index customership_by_person on customership (person_id);
create index customership_by_end on customership (ended_on, person_id);

create table service_use (
    id integer primary key, person_id text not null references person (person_id), service text not null,
    used_at timestamp with time zone not null
);
create index service_use_by_person on service_use (person_id);
create index service_use_by_time on service_use (used_at, person_id);

create table service_note (
    id integer primary key, person_id text not null references person (person_id), author text not null, body text not null,
    written_at timestamp with time zone not null
);
create index service_note_by_person on service_note (person_id);
create index service_note_by_time on service_note (written_at, person_id);

create table permission (
    id integer primary key, person_id text not null references person (person_id), channel text not null,
    purpose text not null, allowed boolean not null, given_at timestamp with time zone not null, given_through text
);
create index permission_by_person on permission (person_id);
create index permission_by_time on permission (given_at, person_id);
