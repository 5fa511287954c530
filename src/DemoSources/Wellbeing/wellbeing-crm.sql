-- The demo well-being company's customer relationship database.
create table customer (
    customer_id    text primary key,
    family_name    text not null,
    given_names    text not null,
    preferred_name text,
    identity_code  text,
    birth_date     date,
    gender         text,
    language       text,
    profile_id     text,
    created_at     timestamp with time zone,
    updated_at     timestamp with time zone,
    processing_restricted boolean not null default false
);
create index customer_by_identity_code on customer (identity_code);
create index customer_by_creation on customer (created_at, customer_id);

create table email (
    id integer primary key, customer_id text not null references customer (customer_id), address text not null,
    shared boolean not null default false, valid_from date, valid_to date, updated_at timestamp with time zone
);
create index email_by_customer on email (customer_id);
create index email_by_address on email (lower(address));

create table phone (
    id integer primary key, customer_id text not null references customer (customer_id), number text not null,
    valid_from date, valid_to date, updated_at timestamp with time zone
);
create index phone_by_customer on phone (customer_id);
create index phone_by_number on phone (number);

create table postal_address (
    id integer primary key, customer_id text not null references customer (customer_id), care_of text, street text not null,
    post_code text not null, city text not null, country text not null, updated_at timestamp with time zone
);
create index postal_address_by_customer on postal_address (customer_id);

create table next_of_kin (
    id integer primary key, customer_id text not null references customer (customer_id), name text not null,
    relationship text, phone text, updated_at timestamp with time zone
);
create index next_of_kin_by_customer on next_of_kin (customer_id);

create table household (
    id integer primary key, customer_id text not null references customer (customer_id), housing text, persons integer,
    stored_at timestamp with time zone, confirmed_at timestamp with time zone
);
create index household_by_customer on household (customer_id);

create table loyalty_level (
    id integer primary key, customer_id text not null references customer (customer_id), level text not null,
    valid_from date not null, valid_to date, stored_at timestamp with time zone
);
create index loyalty_level_by_customer on loyalty_level (customer_id);

create table delivery (
    id integer primary key, customer_id text not null references customer (customer_id), channel text not null,
    automatic boolean not null, subject text not null, sent_at timestamp with time zone not null, outcome text not null
);
create index delivery_by_customer on delivery (customer_id);

-- The study of effects needs the scores, not whose they are: of somebody erased the score stays without customer, words and time.
create table feedback (
    id integer primary key, customer_id text references customer (customer_id), kind text not null,
    score integer, words text, given_at timestamp with time zone
);
create index feedback_by_customer on feedback (customer_id);
create index feedback_by_time on feedback (given_at, customer_id);

-- The programme that took these down kept no dates.
create table interest (
    id integer primary key, customer_id text not null references customer (customer_id), topic text not null
);
create index interest_by_customer on interest (customer_id);

create table service_use (
    id integer primary key, customer_id text not null references customer (customer_id), service text not null,
    state text not null, unit text, professional text, wished_on date, used_at timestamp with time zone,
    price numeric(12, 2), payer text, paid_on date, stored_at timestamp with time zone not null
);
create index service_use_by_customer on service_use (customer_id);
create index service_use_by_time on service_use (used_at, customer_id);

create table staff_contact (
    id integer primary key, customer_id text not null references customer (customer_id), person text not null,
    task text not null, met_at timestamp with time zone not null
);
create index staff_contact_by_customer on staff_contact (customer_id);
create index staff_contact_by_time on staff_contact (met_at, customer_id);

create table service_note (
    id integer primary key, customer_id text not null references customer (customer_id), about text not null,
    author text not null, body text not null, written_at timestamp with time zone not null
);
create index service_note_by_customer on service_note (customer_id);
create index service_note_by_time on service_note (written_at, customer_id);

create table permission (
    id integer primary key, customer_id text not null references customer (customer_id), channel text not null,
    purpose text not null, allowed boolean not null, given_at timestamp with time zone not null, given_through text
);
create index permission_by_customer on permission (customer_id);
create index permission_by_time on permission (given_at, customer_id);

create table authentication_means (
    id integer primary key, customer_id text not null references customer (customer_id), means text not null,
    identifier text not null, registered_at timestamp with time zone not null, last_used_at timestamp with time zone
);
create index authentication_means_by_customer on authentication_means (customer_id);
