-- The demo social-care company's client register.
create table client (
    client_id     text primary key,
    family_name   text not null,
    given_names   text not null,
    identity_code text,
    email         text,
    phone         text,
    care_of       text,
    street        text,
    post_code     text,
    city          text,
    country       text,
    created_at    timestamp with time zone not null,
    updated_at    timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index client_by_identity_code on client (identity_code);
create index client_by_email on client (lower(email));
create index client_by_phone on client (phone);
create index client_by_creation on client (created_at, client_id);

create table relationship (
    id integer primary key, client_id text not null references client (client_id), kind text not null,
    started_on date not null, ended_on date, end_reason text, updated_at timestamp with time zone not null
);
create index relationship_by_client on relationship (client_id);
create index relationship_by_end on relationship (ended_on, client_id);

create table service_order (
    order_id text primary key, client_id text not null references client (client_id), ordered_at timestamp with time zone not null,
    channel text not null, status text not null, total numeric(12, 2) not null
);
create index service_order_by_client on service_order (client_id);
create index service_order_by_time on service_order (ordered_at, client_id);

create table order_row (
    order_id text not null references service_order (order_id), row_number integer not null,
    service text not null, quantity numeric(12, 2) not null, amount numeric(12, 2) not null,
    primary key (order_id, row_number)
);

create table company_contact (
    id integer primary key, client_id text not null references client (client_id), company_name text not null, business_id text,
    task text, position text, valid_from date not null, valid_to date, updated_at timestamp with time zone not null
);
create index company_contact_by_client on company_contact (client_id);
create index company_contact_by_end on company_contact (valid_to, client_id);

create table permission (
    id integer primary key, client_id text not null references client (client_id), channel text not null,
    purpose text not null, allowed boolean not null, given_at timestamp with time zone not null, given_through text
);
create index permission_by_client on permission (client_id);
create index permission_by_time on permission (given_at, client_id);
