-- With what the requests to a subscription are signed: every row that has not ended makes its signatures.
CREATE TABLE IF NOT EXISTS ops.webhook_secret (
  id         uuid PRIMARY KEY,
  webhook    uuid NOT NULL REFERENCES ops.webhook,
  -- The secret of HMAC and the seed of Ed25519, sealed by the keys of data protection.
  sealed     bytea NOT NULL,
  -- Of Ed25519, which everybody may know.
  public_key bytea NOT NULL,
  created_at timestamptz NOT NULL,
  ends_at    timestamptz
);
