-- What is neither the log nor read from it: keys, accounts, tokens.
create schema if not exists ops;
