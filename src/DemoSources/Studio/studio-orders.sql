-- The demo studio's order book.
create table client (
    client_id     text primary key,
    family_name   text not null,
    given_names   text not null,
    organisation  text,
    email         text,
    phone         text,
    care_of       text,
    street        text,
    post_code     text,
    city          text,
    country       text,
    birth_date    date,
    age           integer,
    registered_at timestamp with time zone not null,
    updated_at    timestamp with time zone not null
);
create index client_by_email on client (lower(email));
create index client_by_phone on client (phone);
create index client_by_registration on client (registered_at, client_id);

create table service_order (
    order_id   text primary key,
    client_id  text not null references client (client_id),
    ordered_at timestamp with time zone not null,
    channel    text not null,
    status     text not null,
    total      numeric(12, 2) not null
);
create index service_order_by_client on service_order (client_id);
create index service_order_by_time on service_order (ordered_at, client_id);

create table order_row (
    order_id text not null references service_order (order_id), row_number integer not null,
    service text not null, quantity numeric(12, 2) not null, amount numeric(12, 2) not null,
    primary key (order_id, row_number)
);

create table permission (
    id integer primary key, client_id text not null references client (client_id), channel text not null,
    purpose text not null, allowed boolean not null, given_at timestamp with time zone not null, given_through text
);
create index permission_by_client on permission (client_id);
create index permission_by_time on permission (given_at, client_id);
