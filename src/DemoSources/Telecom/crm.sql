-- The demo telecom operator's customer relationship database. The same text makes it on SQLite and on PostgreSQL.
create table customer (
    customer_id    text primary key,
    family_name    text not null,
    given_names    text not null,
    preferred_name text,
    identity_code  text,
    birth_date     date,
    language       text,
    created_at     timestamp with time zone not null,
    updated_at     timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index customer_by_identity_code on customer (identity_code);
create index customer_by_time on customer (created_at, customer_id);

create table former_name (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    family_name    text not null,
    used_until     date,
    created_at     timestamp with time zone not null
);
create index former_name_by_customer on former_name (customer_id);

create table email (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    address        text not null,
    shared         boolean not null,
    valid_from     date,
    valid_to       date,
    updated_at     timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index email_by_customer on email (customer_id);
create index email_by_address on email (lower(address));

create table phone (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    number         text not null,
    valid_from     date,
    valid_to       date,
    updated_at     timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index phone_by_customer on phone (customer_id);
create index phone_by_number on phone (number);

create table postal_address (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    care_of        text,
    street         text not null,
    post_code      text not null,
    city           text not null,
    country        text not null,
    updated_at     timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index postal_address_by_customer on postal_address (customer_id);

create table next_of_kin (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    name           text not null,
    relationship   text,
    phone          text,
    updated_at     timestamp with time zone not null
);
create index next_of_kin_by_customer on next_of_kin (customer_id);

create table company_role (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    company_name   text not null,
    business_id    text,
    task           text,
    position       text,
    valid_from     date not null,
    valid_to       date,
    updated_at     timestamp with time zone not null
);
create index company_role_by_customer on company_role (customer_id);
create index company_role_by_end on company_role (valid_to, customer_id);

create table marketing_permission (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    channel        text not null,
    allowed        boolean not null,
    given_at       timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index marketing_permission_by_customer on marketing_permission (customer_id);
create index marketing_permission_by_time on marketing_permission (given_at, customer_id);

create table service_note (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    written_at     timestamp with time zone not null,
    author         text not null,
    body           text not null,
    processing_restricted boolean not null default false
);
create index service_note_by_customer on service_note (customer_id);
-- Whose latest contact lies long back is found by the moment, whatever the number of customers.
create index service_note_by_time on service_note (written_at, customer_id);

create table change_history (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    changed_at     timestamp with time zone not null,
    actor          text not null,
    field          text not null,
    old_value      text,
    new_value      text
);
create index change_history_by_customer on change_history (customer_id);

create table order_event (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    ordered_at     timestamp with time zone not null,
    channel        text not null,
    event          text not null,
    product        text not null
);
create index order_event_by_customer on order_event (customer_id);
create index order_event_by_time on order_event (ordered_at, customer_id);

create table customer_remark (
    id             integer primary key,
    customer_id    text not null references customer (customer_id),
    told_at        timestamp with time zone not null,
    words          text not null
);
create index customer_remark_by_customer on customer_remark (customer_id);
create index customer_remark_by_time on customer_remark (told_at, customer_id);
