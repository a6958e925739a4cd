-- Stories of which nothing may be erased, because a court or a regulator may ask for it.
CREATE TABLE IF NOT EXISTS ops.legal_holds (
  story   uuid         PRIMARY KEY,
  reason  text         NOT NULL,
  held_by text         NOT NULL,
  held_at timestamptz  NOT NULL
);
