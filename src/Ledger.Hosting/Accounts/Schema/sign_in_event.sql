-- Who signed in, who was refused, and who changed whose account. Rows are added and never altered; they are removed
-- only by age, and none that is younger than a month.
CREATE TABLE IF NOT EXISTS ops.sign_in_event (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  kind    text NOT NULL,
  -- Whose account; null where it is nobody's, since what was typed may be a secret.
  account text,
  -- Who did it, as the log names people; null where nobody was signed in.
  actor   text,
  -- Shortened, so that it says which network and not which person.
  address text,
  detail  text
);

CREATE OR REPLACE FUNCTION ops.keep_sign_in_event() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '30 days' THEN
    RETURN OLD;
  END IF;

  RAISE EXCEPTION 'the audit of sign-ins is never altered' USING ERRCODE = 'LD001';
END
$$;

DO
$$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_trigger WHERE tgrelid = 'ops.sign_in_event'::regclass AND tgname = 'keep_rows')
  THEN
    CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON ops.sign_in_event
      FOR EACH ROW EXECUTE FUNCTION ops.keep_sign_in_event();
    CREATE TRIGGER keep_table BEFORE TRUNCATE ON ops.sign_in_event
      FOR EACH STATEMENT EXECUTE FUNCTION ops.keep_sign_in_event();
  END IF;
END
$$;
