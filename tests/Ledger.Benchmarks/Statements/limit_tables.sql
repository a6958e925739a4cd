-- Tables with the columns and the indexes of the log, and nothing else of it: no trigger, no key to another table.
create schema bench;
create sequence bench.position;
create table bench.inserted (like events.mt_events including defaults including indexes);
create table bench.copied (like events.mt_events including defaults including indexes);
