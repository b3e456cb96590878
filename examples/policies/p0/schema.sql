-- Kadamba Reach: a solution provider's CRM. Message texts never reach it, only who, when and how far they got.
CREATE TABLE businesses (
  id          INTEGER PRIMARY KEY,
  legal_name  TEXT NOT NULL,
  trade_name  TEXT,
  gstin       TEXT,
  email       TEXT,
  city        TEXT,
  created_at  TEXT NOT NULL
);

CREATE TABLE users (
  id            INTEGER PRIMARY KEY,
  business_id   INTEGER NOT NULL REFERENCES businesses (id),
  full_name     TEXT,
  email         TEXT NOT NULL UNIQUE,
  mobile        TEXT,
  password_hash TEXT,
  created_at    TEXT NOT NULL
);
CREATE INDEX users_business_id ON users (business_id);
CREATE INDEX users_mobile ON users (mobile);

CREATE TABLE meta_connections (
  id            INTEGER PRIMARY KEY,
  user_id       INTEGER NOT NULL REFERENCES users (id),
  app_scoped_id TEXT,
  waba_id       TEXT,
  api_metadata  TEXT,
  connected_at  TEXT NOT NULL
);
CREATE INDEX meta_connections_user_id ON meta_connections (user_id);
CREATE INDEX meta_connections_app_scoped_id ON meta_connections (app_scoped_id);

CREATE TABLE chat_numbers (
  id          INTEGER PRIMARY KEY,
  business_id INTEGER NOT NULL REFERENCES businesses (id),
  phone       TEXT,
  wa_id       TEXT,
  first_seen  INTEGER NOT NULL                      -- unix seconds
);
CREATE INDEX chat_numbers_business_id ON chat_numbers (business_id);
CREATE INDEX chat_numbers_phone ON chat_numbers (phone);
CREATE INDEX chat_numbers_wa_id ON chat_numbers (wa_id);

CREATE TABLE message_events (
  id             INTEGER PRIMARY KEY,
  chat_number_id INTEGER NOT NULL REFERENCES chat_numbers (id),
  sent_by        INTEGER REFERENCES users (id),
  direction      TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  wamid          TEXT,
  status         TEXT NOT NULL CHECK (status IN ('received', 'sent', 'delivered', 'read', 'failed')),
  sent_at        INTEGER NOT NULL,                  -- unix seconds
  delivered_at   INTEGER,
  read_at        INTEGER
);
CREATE INDEX message_events_chat_number_id ON message_events (chat_number_id);
CREATE INDEX message_events_sent_by ON message_events (sent_by);

CREATE TABLE billing_documents (
  id           INTEGER PRIMARY KEY,
  business_id  INTEGER NOT NULL REFERENCES businesses (id),
  user_id      INTEGER REFERENCES users (id),
  number       TEXT NOT NULL UNIQUE,
  amount_paise INTEGER NOT NULL,
  gst_paise    INTEGER NOT NULL,
  buyer_name   TEXT,
  buyer_email  TEXT,
  issued_on    TEXT NOT NULL                        -- YYYY-MM-DD
);
CREATE INDEX billing_documents_business_id ON billing_documents (business_id);
CREATE INDEX billing_documents_user_id ON billing_documents (user_id);

CREATE TABLE abuse_reports (
  id             INTEGER PRIMARY KEY,
  business_id    INTEGER NOT NULL REFERENCES businesses (id),
  chat_number_id INTEGER REFERENCES chat_numbers (id),
  reported_by    INTEGER REFERENCES users (id),
  reported_phone TEXT,
  reason         TEXT NOT NULL,
  reported_at    TEXT NOT NULL
);
CREATE INDEX abuse_reports_business_id ON abuse_reports (business_id);
CREATE INDEX abuse_reports_chat_number_id ON abuse_reports (chat_number_id);
CREATE INDEX abuse_reports_reported_by ON abuse_reports (reported_by);

CREATE TABLE access_logs (
  id          INTEGER PRIMARY KEY,
  business_id INTEGER NOT NULL REFERENCES businesses (id),
  user_id     INTEGER REFERENCES users (id),
  action      TEXT NOT NULL,
  ip_address  TEXT,
  user_agent  TEXT,
  logged_at   INTEGER NOT NULL                      -- unix seconds
);
CREATE INDEX access_logs_business_id ON access_logs (business_id);
CREATE INDEX access_logs_user_id ON access_logs (user_id);
