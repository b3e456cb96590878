-- Nudgewire: notifications and automations over WhatsApp. Times of messages are unix seconds, all others UTC text.
CREATE TABLE accounts (
  id            INTEGER PRIMARY KEY,
  business_name TEXT NOT NULL,
  plan          TEXT NOT NULL DEFAULT 'starter',
  created_at    TEXT NOT NULL
);

CREATE TABLE users (
  id            INTEGER PRIMARY KEY,
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  full_name     TEXT,
  email         TEXT NOT NULL UNIQUE,
  app_scoped_id TEXT,
  password_hash TEXT,
  created_at    TEXT NOT NULL
);
CREATE INDEX users_account_id ON users (account_id);
CREATE INDEX users_app_scoped_id ON users (app_scoped_id);

CREATE TABLE wabas (
  id           INTEGER PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES accounts (id),
  connected_by INTEGER REFERENCES users (id),
  waba_id      TEXT,
  business_id  TEXT
);
CREATE INDEX wabas_account_id ON wabas (account_id);
CREATE INDEX wabas_connected_by ON wabas (connected_by);
CREATE INDEX wabas_waba_id ON wabas (waba_id);
CREATE INDEX wabas_business_id ON wabas (business_id);

CREATE TABLE connected_numbers (
  id              INTEGER PRIMARY KEY,
  account_id      INTEGER NOT NULL REFERENCES accounts (id),
  waba            INTEGER REFERENCES wabas (id),
  phone           TEXT,
  phone_number_id TEXT,
  display_name    TEXT
);
CREATE INDEX connected_numbers_account_id ON connected_numbers (account_id);
CREATE INDEX connected_numbers_waba ON connected_numbers (waba);
CREATE INDEX connected_numbers_phone ON connected_numbers (phone);
CREATE INDEX connected_numbers_phone_number_id ON connected_numbers (phone_number_id);

CREATE TABLE recipients (
  id            INTEGER PRIMARY KEY,
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  phone         TEXT,
  wa_id         TEXT,
  email         TEXT,
  profile_name  TEXT,
  first_seen_at INTEGER NOT NULL
);
CREATE INDEX recipients_account_id ON recipients (account_id);
CREATE INDEX recipients_phone ON recipients (phone);
CREATE INDEX recipients_wa_id ON recipients (wa_id);
CREATE INDEX recipients_email ON recipients (email);

CREATE TABLE webhooks (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  number_id  INTEGER REFERENCES connected_numbers (id),
  created_by INTEGER REFERENCES users (id),
  url        TEXT,
  secret     TEXT
);
CREATE INDEX webhooks_account_id ON webhooks (account_id);
CREATE INDEX webhooks_number_id ON webhooks (number_id);
CREATE INDEX webhooks_created_by ON webhooks (created_by);

CREATE TABLE automations (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  number_id  INTEGER REFERENCES connected_numbers (id),
  created_by INTEGER REFERENCES users (id),
  title      TEXT NOT NULL,
  definition TEXT
);
CREATE INDEX automations_account_id ON automations (account_id);
CREATE INDEX automations_number_id ON automations (number_id);
CREATE INDEX automations_created_by ON automations (created_by);

CREATE TABLE templates (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  created_by INTEGER REFERENCES users (id),
  name       TEXT NOT NULL,
  language   TEXT NOT NULL,
  category   TEXT NOT NULL CHECK (category IN ('utility', 'marketing', 'authentication'))
);
CREATE INDEX templates_account_id ON templates (account_id);
CREATE INDEX templates_created_by ON templates (created_by);

CREATE TABLE message_logs (
  id           INTEGER PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES accounts (id),
  recipient_id INTEGER REFERENCES recipients (id),
  number_id    INTEGER REFERENCES connected_numbers (id),
  template_id  INTEGER REFERENCES templates (id),
  direction    TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  wamid        TEXT UNIQUE,
  status       TEXT NOT NULL,
  queued_at    INTEGER NOT NULL
);
CREATE INDEX message_logs_account_id ON message_logs (account_id);
CREATE INDEX message_logs_recipient_id ON message_logs (recipient_id);
CREATE INDEX message_logs_number_id ON message_logs (number_id);
CREATE INDEX message_logs_template_id ON message_logs (template_id);

CREATE TABLE message_contents (
  log_id    INTEGER PRIMARY KEY REFERENCES message_logs (id),
  number_id INTEGER REFERENCES connected_numbers (id),
  body      TEXT,
  media_url TEXT
);
CREATE INDEX message_contents_number_id ON message_contents (number_id);

CREATE TABLE delivery_receipts (
  id              INTEGER PRIMARY KEY,
  account_id      INTEGER NOT NULL REFERENCES accounts (id),
  phone_number_id TEXT,                              -- Meta's id of the connected number, as the webhook gives it
  wamid           TEXT,                              -- no foreign key: a receipt may come before its log
  status          TEXT NOT NULL CHECK (status IN ('sent', 'delivered', 'read', 'failed')),
  occurred_at     INTEGER NOT NULL
);
CREATE INDEX delivery_receipts_phone_number_id ON delivery_receipts (phone_number_id);
CREATE INDEX delivery_receipts_account_id ON delivery_receipts (account_id);
CREATE INDEX delivery_receipts_wamid ON delivery_receipts (wamid);

CREATE TABLE consents (
  id           INTEGER PRIMARY KEY,
  recipient_id INTEGER NOT NULL REFERENCES recipients (id),
  purpose      TEXT NOT NULL CHECK (purpose IN ('marketing', 'model_training')),
  granted_at   TEXT NOT NULL
);
CREATE INDEX consents_recipient_id ON consents (recipient_id);

CREATE TABLE newsletter_entries (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  email      TEXT,
  first_name TEXT
);
CREATE INDEX newsletter_entries_account_id ON newsletter_entries (account_id);
CREATE INDEX newsletter_entries_email ON newsletter_entries (email);

CREATE TABLE invoices (
  id                 INTEGER PRIMARY KEY,
  account_id         INTEGER NOT NULL REFERENCES accounts (id),
  user_id            INTEGER REFERENCES users (id),
  number             TEXT NOT NULL UNIQUE,
  total_paise        INTEGER NOT NULL,
  buyer_name         TEXT,
  buyer_gstin        TEXT,
  buyer_email        TEXT,
  used_for_marketing INTEGER NOT NULL DEFAULT 0 CHECK (used_for_marketing IN (0, 1)),
  used_for_training  INTEGER NOT NULL DEFAULT 0 CHECK (used_for_training IN (0, 1)),
  issued_on          TEXT NOT NULL                   -- YYYY-MM-DD
);
CREATE INDEX invoices_account_id ON invoices (account_id);
CREATE INDEX invoices_user_id ON invoices (user_id);

CREATE TABLE invoice_lines (
  invoice_id   INTEGER NOT NULL REFERENCES invoices (id),
  line_no      INTEGER NOT NULL,
  log_id       INTEGER REFERENCES message_logs (id),
  wamid        TEXT,
  description  TEXT NOT NULL,
  amount_paise INTEGER NOT NULL,
  issued_on    TEXT NOT NULL,                        -- YYYY-MM-DD, as on the invoice
  PRIMARY KEY (invoice_id, line_no)
);
CREATE INDEX invoice_lines_log_id ON invoice_lines (log_id);

CREATE TABLE security_events (
  id           INTEGER PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES accounts (id),
  user_id      INTEGER REFERENCES users (id),
  recipient_id INTEGER REFERENCES recipients (id),
  kind         TEXT NOT NULL,
  ip_address   TEXT,
  user_agent   TEXT,
  occurred_at  INTEGER NOT NULL
);
CREATE INDEX security_events_account_id ON security_events (account_id);
CREATE INDEX security_events_user_id ON security_events (user_id);
CREATE INDEX security_events_recipient_id ON security_events (recipient_id);
