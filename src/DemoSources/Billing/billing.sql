-- The demo telecom operator's billing database. The same text makes it on SQLite and on PostgreSQL.
-- Billing has account numbers of its own and keeps the customer number that the customer relationship system gave.
create table account (
    account_id     text primary key,
    customer_id    text not null,
    family_name    text not null,
    given_names    text not null,
    identity_code  text,
    email          text,
    street         text,
    post_code      text,
    city           text,
    country        text,
    created_at     timestamp with time zone not null,
    updated_at     timestamp with time zone not null,
    processing_restricted boolean not null default false
);
create index account_by_customer on account (customer_id);
create index account_by_identity_code on account (identity_code);
create index account_by_email on account (lower(email));

create table contract (
    contract_id    text primary key,
    account_id     text not null references account (account_id),
    product        text not null,
    subscription   text,
    started_on     date not null,
    ended_on       date,
    updated_at     timestamp with time zone not null
);
create index contract_by_account on contract (account_id);
create index contract_by_end on contract (ended_on, account_id);
create index contract_by_subscription on contract (subscription);

create table invoice (
    invoice_id     text primary key,
    account_id     text not null references account (account_id),
    number         text not null,
    issued_on      date not null,
    due_on         date not null,
    total          numeric(12, 2) not null,
    currency       text not null,
    status         text not null,
    paid_on        date,
    sent_at        timestamp with time zone
);
create index invoice_by_account on invoice (account_id);
create index invoice_by_due on invoice (due_on, account_id);
create index invoice_by_sent on invoice (sent_at, account_id);

create table invoice_row (
    invoice_id     text not null references invoice (invoice_id),
    row_number     integer not null,
    description    text not null,
    quantity       numeric(12, 3) not null,
    unit_price     numeric(12, 2) not null,
    amount         numeric(12, 2) not null,
    primary key (invoice_id, row_number)
);

create table payment (
    payment_id     text primary key,
    account_id     text not null references account (account_id),
    invoice_id     text references invoice (invoice_id),
    paid_at        timestamp with time zone not null,
    amount         numeric(12, 2) not null,
    method         text not null
);
create index payment_by_account on payment (account_id);
create index payment_by_time on payment (paid_at, account_id);

create table collection_case (
    case_id        text primary key,
    account_id     text not null references account (account_id),
    invoice_id     text references invoice (invoice_id),
    opened_on      date not null,
    closed_on      date,
    agency         text not null,
    amount         numeric(12, 2) not null,
    status         text not null
);
create index collection_case_by_account on collection_case (account_id);
create index collection_case_by_opening on collection_case (opened_on, account_id);
