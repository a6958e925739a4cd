-- The pictures that have a stream of their own, each as it is now. Not for the public.
create table if not exists asset (
  id uuid not null,
  url text not null,
  caption text,
  credit text,
  alt text,
  -- Corrections that wait for approval, and stories that could not be corrected and about which nobody has decided.
  awaiting integer not null,
  exceptions integer not null,
  -- The correction that is approved and not yet in the stories.
  due uuid,
  state json not null,
  version bigint not null,
  registered_at timestamptz not null,
  changed_at timestamptz not null
);
