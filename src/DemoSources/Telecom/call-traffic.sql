-- The demo telecom operator's call traffic data: what was communicated over a subscription, never what was said.
create table subscriber (
    subscription text primary key,
    customer_id  text not null,
    taken_on     date not null
);
create index subscriber_by_customer on subscriber (customer_id);

create table traffic_event (
    id           integer primary key,
    subscription text not null references subscriber (subscription),
    kind         text not null,
    direction    text not null,
    other_number text,
    started_at   timestamp with time zone not null,
    duration     integer not null,
    bytes        integer,
    cell         text,
    -- Charged by use: it stands, or will stand, on a bill. due_on comes back from billing when the bill is made.
    billed       boolean not null,
    due_on       date
);
create index traffic_event_by_subscription on traffic_event (subscription);
create index traffic_event_by_time on traffic_event (started_at, subscription);
