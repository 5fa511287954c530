-- The demo telecom operator's barring data: what a subscription may not be used for.
create table barring (
    id           integer primary key,
    customer_id  text not null,
    subscription text not null,
    service      text not null,
    reason       text not null,
    barred_on    date not null,
    lifted_on    date,
    set_by       text not null,
    updated_at   timestamp with time zone not null
);
create index barring_by_customer on barring (customer_id);
create index barring_by_subscription on barring (subscription);
create index barring_by_time on barring (barred_on, customer_id);
