-- PostgreSQL lets everybody call a function unless told otherwise.
revoke execute on function log.erase(bigint, text[]) from public;
