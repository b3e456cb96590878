-- Porchlight: logins of the desk's own staff, and the WhatsApp Business accounts of the clients that they take on board.
CREATE TABLE crm_users (
  id           INTEGER PRIMARY KEY,
  username     TEXT NOT NULL UNIQUE COLLATE NOCASE,
  display_name TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('admin', 'agent', 'viewer')),
  status       TEXT NOT NULL CHECK (status IN ('active', 'deactivated', 'removed')),
  created_by   INTEGER REFERENCES crm_users (id),
  created_at   TEXT NOT NULL
);
CREATE INDEX crm_users_created_by ON crm_users (created_by);

CREATE TABLE login_activity (
  id          INTEGER PRIMARY KEY,
  user_id     INTEGER REFERENCES crm_users (id),
  ip_address  TEXT,
  user_agent  TEXT,
  outcome     TEXT NOT NULL CHECK (outcome IN ('ok', 'wrong_password', 'locked')),
  occurred_at INTEGER NOT NULL                       -- unix seconds
);
CREATE INDEX login_activity_user_id ON login_activity (user_id);

CREATE TABLE user_secrets (
  user_id       INTEGER PRIMARY KEY REFERENCES crm_users (id),
  password_hash TEXT
);

CREATE TABLE user_sessions (
  id         TEXT PRIMARY KEY NOT NULL,              -- a UUID
  user_id    INTEGER NOT NULL REFERENCES crm_users (id),
  token_hash TEXT,
  expires_at TEXT NOT NULL
);
CREATE INDEX user_sessions_user_id ON user_sessions (user_id);

CREATE TABLE clients (
  id               INTEGER PRIMARY KEY,
  company          TEXT NOT NULL,
  contact_name     TEXT,
  contact_email    TEXT,
  meta_business_id TEXT,
  taken_on_by      INTEGER REFERENCES crm_users (id),
  created_at       TEXT NOT NULL
);
CREATE INDEX clients_contact_email ON clients (contact_email);
CREATE INDEX clients_meta_business_id ON clients (meta_business_id);
CREATE INDEX clients_taken_on_by ON clients (taken_on_by);

CREATE TABLE waba_assets (
  id              INTEGER PRIMARY KEY,
  client_id       INTEGER NOT NULL REFERENCES clients (id),
  waba_id         TEXT,
  phone_number_id TEXT,
  display_phone   TEXT,
  quality         TEXT
);
CREATE INDEX waba_assets_client_id ON waba_assets (client_id);
CREATE INDEX waba_assets_waba_id ON waba_assets (waba_id);
CREATE INDEX waba_assets_phone_number_id ON waba_assets (phone_number_id);
CREATE INDEX waba_assets_display_phone ON waba_assets (display_phone);

CREATE TABLE signup_sessions (
  id           TEXT PRIMARY KEY NOT NULL,            -- a UUID
  client_id    INTEGER NOT NULL REFERENCES clients (id),
  started_by   INTEGER REFERENCES crm_users (id),
  auth_code    TEXT,
  access_token TEXT,
  started_at   INTEGER NOT NULL                      -- unix seconds
);
CREATE INDEX signup_sessions_client_id ON signup_sessions (client_id);
CREATE INDEX signup_sessions_started_by ON signup_sessions (started_by);

CREATE TABLE audit_events (
  id          INTEGER PRIMARY KEY,
  actor_id    INTEGER REFERENCES crm_users (id),
  action      TEXT NOT NULL,
  entity_type TEXT CHECK (entity_type IN ('user', 'client')),
  entity_id   INTEGER,                               -- a user or a client, as entity_type says
  note        TEXT,
  ip_address  TEXT,
  occurred_at INTEGER NOT NULL                       -- unix seconds
);
CREATE INDEX audit_events_actor_id ON audit_events (actor_id);
CREATE INDEX audit_events_entity ON audit_events (entity_id, entity_type);

CREATE TABLE dispute_cases (
  id          INTEGER PRIMARY KEY,
  client_id   INTEGER REFERENCES clients (id),
  handled_by  INTEGER REFERENCES crm_users (id),
  summary     TEXT,
  reply_email TEXT,
  opened_at   TEXT NOT NULL
);
CREATE INDEX dispute_cases_client_id ON dispute_cases (client_id);
CREATE INDEX dispute_cases_handled_by ON dispute_cases (handled_by);

CREATE TABLE legal_records (
  id        INTEGER PRIMARY KEY,
  client_id INTEGER REFERENCES clients (id),
  filed_by  INTEGER REFERENCES crm_users (id),
  document  TEXT NOT NULL,
  signatory TEXT,
  filed_on  TEXT NOT NULL                            -- YYYY-MM-DD
);
CREATE INDEX legal_records_client_id ON legal_records (client_id);
CREATE INDEX legal_records_filed_by ON legal_records (filed_by);
