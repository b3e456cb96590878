-- Lattice Inbox: shared inbox, contacts, orders and AI drafts, for many organisations in one database.
CREATE TABLE organisations (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,
  slug          TEXT NOT NULL UNIQUE,
  billing_email TEXT,
  plan          TEXT NOT NULL DEFAULT 'team',
  created_at    TEXT NOT NULL
);

CREATE TABLE users (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  email           TEXT NOT NULL UNIQUE,
  display_name    TEXT,
  avatar_url      TEXT,
  phone_e164      TEXT,
  meta_user_id    TEXT,
  role            TEXT NOT NULL CHECK (role IN ('admin', 'agent')),
  created_at      TEXT NOT NULL,
  last_login_at   TEXT
);
CREATE INDEX users_organisation_id ON users (organisation_id);
CREATE INDEX users_phone_e164 ON users (phone_e164);
CREATE INDEX users_meta_user_id ON users (meta_user_id);

CREATE TABLE user_credentials (
  id      INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  kind    TEXT NOT NULL CHECK (kind IN ('password', 'passkey', 'recovery')),
  secret  TEXT
);
CREATE INDEX user_credentials_user_id ON user_credentials (user_id);

CREATE TABLE teams (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  name            TEXT NOT NULL,
  lead_id         INTEGER REFERENCES users (id)
);
CREATE INDEX teams_organisation_id ON teams (organisation_id);
CREATE INDEX teams_lead_id ON teams (lead_id);

CREATE TABLE team_members (
  team_id   INTEGER NOT NULL REFERENCES teams (id),
  user_id   INTEGER NOT NULL REFERENCES users (id),
  joined_at TEXT NOT NULL,
  PRIMARY KEY (team_id, user_id)
);
CREATE INDEX team_members_user_id ON team_members (user_id);

CREATE TABLE channels (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  kind            TEXT NOT NULL CHECK (kind IN ('whatsapp', 'instagram', 'telegram', 'messenger')),
  label           TEXT NOT NULL,
  external_id     TEXT NOT NULL,
  connected_by    INTEGER REFERENCES users (id)
);
CREATE INDEX channels_organisation_id ON channels (organisation_id);
CREATE INDEX channels_connected_by ON channels (connected_by);

CREATE TABLE channel_tokens (
  id            INTEGER PRIMARY KEY,
  channel_id    INTEGER NOT NULL REFERENCES channels (id),
  granted_by    INTEGER REFERENCES users (id),
  access_token  TEXT,
  refresh_token TEXT,
  granted_at    TEXT NOT NULL
);
CREATE INDEX channel_tokens_channel_id ON channel_tokens (channel_id);
CREATE INDEX channel_tokens_granted_by ON channel_tokens (granted_by);

CREATE TABLE crm_contacts (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  full_name       TEXT,
  phone_e164      TEXT,
  wa_id           TEXT,
  email           TEXT,
  instagram_id    TEXT,
  telegram_id     TEXT,
  lifecycle_stage TEXT NOT NULL DEFAULT 'lead',
  notes           TEXT,
  assigned_to     INTEGER REFERENCES users (id),
  created_at      TEXT NOT NULL,
  last_seen_ms    INTEGER,                           -- unix milliseconds
  UNIQUE (organisation_id, phone_e164)
);
CREATE INDEX crm_contacts_phone_e164 ON crm_contacts (phone_e164);
CREATE INDEX crm_contacts_wa_id ON crm_contacts (wa_id);
CREATE INDEX crm_contacts_email ON crm_contacts (email);
CREATE INDEX crm_contacts_instagram_id ON crm_contacts (instagram_id);
CREATE INDEX crm_contacts_telegram_id ON crm_contacts (telegram_id);
CREATE INDEX crm_contacts_assigned_to ON crm_contacts (assigned_to);

CREATE TABLE companies (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  name            TEXT NOT NULL,
  phone           TEXT
);
CREATE INDEX companies_organisation_id ON companies (organisation_id);

CREATE TABLE company_contacts (
  company_id INTEGER NOT NULL REFERENCES companies (id),
  contact_id INTEGER NOT NULL REFERENCES crm_contacts (id),
  role       TEXT,
  PRIMARY KEY (company_id, contact_id)
);
CREATE INDEX company_contacts_contact_id ON company_contacts (contact_id);

CREATE TABLE referrals (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  referrer_id     INTEGER REFERENCES crm_contacts (id),
  referred_id     INTEGER REFERENCES crm_contacts (id),
  reward_points   INTEGER NOT NULL DEFAULT 0,
  created_at      TEXT NOT NULL
);
CREATE INDEX referrals_organisation_id ON referrals (organisation_id);
CREATE INDEX referrals_referrer_id ON referrals (referrer_id);
CREATE INDEX referrals_referred_id ON referrals (referred_id);

CREATE TABLE labels (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  title           TEXT NOT NULL,
  created_by      INTEGER REFERENCES users (id)
);
CREATE INDEX labels_organisation_id ON labels (organisation_id);
CREATE INDEX labels_created_by ON labels (created_by);

CREATE TABLE contact_labels (
  contact_id INTEGER NOT NULL REFERENCES crm_contacts (id),
  label_id   INTEGER NOT NULL REFERENCES labels (id),
  PRIMARY KEY (contact_id, label_id)
);
CREATE INDEX contact_labels_label_id ON contact_labels (label_id);

CREATE TABLE segments (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  title           TEXT NOT NULL,
  rule            TEXT NOT NULL,
  created_by      INTEGER REFERENCES users (id)
);
CREATE INDEX segments_organisation_id ON segments (organisation_id);
CREATE INDEX segments_created_by ON segments (created_by);

CREATE TABLE segment_members (
  segment_id INTEGER NOT NULL REFERENCES segments (id),
  contact_id INTEGER NOT NULL REFERENCES crm_contacts (id),
  PRIMARY KEY (segment_id, contact_id)
);
CREATE INDEX segment_members_contact_id ON segment_members (contact_id);

CREATE TABLE lifecycle_events (
  id         INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES crm_contacts (id),
  from_stage TEXT,
  to_stage   TEXT NOT NULL,
  changed_by INTEGER REFERENCES users (id),
  changed_at TEXT NOT NULL
);
CREATE INDEX lifecycle_events_contact_id ON lifecycle_events (contact_id);
CREATE INDEX lifecycle_events_changed_by ON lifecycle_events (changed_by);

CREATE TABLE conversations (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  contact_id      INTEGER NOT NULL REFERENCES crm_contacts (id),
  channel_id      INTEGER REFERENCES channels (id),
  assignee_id     INTEGER REFERENCES users (id),
  status          TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  opened_at       TEXT NOT NULL
);
CREATE INDEX conversations_organisation_id ON conversations (organisation_id);
CREATE INDEX conversations_contact_id ON conversations (contact_id);
CREATE INDEX conversations_channel_id ON conversations (channel_id);
CREATE INDEX conversations_assignee_id ON conversations (assignee_id);

CREATE TABLE messages (
  id              INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  sender_type     TEXT NOT NULL CHECK (sender_type IN ('Contact', 'User', 'Bot')),
  sender_id       INTEGER,                           -- a contact or a user, as sender_type says; none for a bot
  reply_to_id     INTEGER REFERENCES messages (id),
  kind            TEXT NOT NULL DEFAULT 'text',
  body            TEXT,
  wamid           TEXT,
  sent_at         TEXT NOT NULL
);
CREATE INDEX messages_conversation_id ON messages (conversation_id);
CREATE INDEX messages_sender ON messages (sender_id, sender_type);
CREATE INDEX messages_reply_to_id ON messages (reply_to_id);

CREATE TABLE media (
  id         INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages (id),
  mime_type  TEXT NOT NULL,
  file_name  TEXT,
  content    BLOB
);
CREATE INDEX media_message_id ON media (message_id);

CREATE TABLE orders (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  contact_id      INTEGER NOT NULL REFERENCES crm_contacts (id),
  taken_by        INTEGER REFERENCES users (id),
  order_no        TEXT NOT NULL UNIQUE,
  total_cents     INTEGER NOT NULL,
  ship_to         TEXT,
  placed_at       TEXT NOT NULL
);
CREATE INDEX orders_organisation_id ON orders (organisation_id);
CREATE INDEX orders_contact_id ON orders (contact_id);
CREATE INDEX orders_taken_by ON orders (taken_by);

CREATE TABLE order_lines (
  order_id    INTEGER NOT NULL REFERENCES orders (id),
  line_no     INTEGER NOT NULL,
  sku         TEXT NOT NULL,
  quantity    INTEGER NOT NULL,
  price_cents INTEGER NOT NULL,
  PRIMARY KEY (order_id, line_no)
);

CREATE TABLE reorder_cycles (
  id          INTEGER PRIMARY KEY,
  contact_id  INTEGER NOT NULL REFERENCES crm_contacts (id),
  sku         TEXT NOT NULL,
  every_days  INTEGER NOT NULL,
  next_due_on TEXT
);
CREATE INDEX reorder_cycles_contact_id ON reorder_cycles (contact_id);

CREATE TABLE ai_runs (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  message_id      INTEGER NOT NULL REFERENCES messages (id),
  asked_by        INTEGER REFERENCES users (id),
  model           TEXT NOT NULL,
  prompt          TEXT,
  response        TEXT,
  ran_at          TEXT NOT NULL
);
CREATE INDEX ai_runs_organisation_id ON ai_runs (organisation_id);
CREATE INDEX ai_runs_message_id ON ai_runs (message_id);
CREATE INDEX ai_runs_asked_by ON ai_runs (asked_by);

CREATE TABLE ai_cache (
  id        INTEGER PRIMARY KEY,
  run_id    INTEGER NOT NULL REFERENCES ai_runs (id),
  prompt    TEXT,
  response  TEXT,
  cached_at TEXT NOT NULL
);
CREATE INDEX ai_cache_run_id ON ai_cache (run_id);

CREATE TABLE audit_logs (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  actor_id        INTEGER REFERENCES users (id),
  actor_name      TEXT NOT NULL,
  action          TEXT NOT NULL,
  target_type     TEXT CHECK (target_type IN ('Contact', 'User', 'Channel')),
  target_id       INTEGER,
  detail          TEXT,
  ip_address      TEXT,
  logged_at       TEXT NOT NULL
);
CREATE INDEX audit_logs_organisation_id ON audit_logs (organisation_id);
CREATE INDEX audit_logs_actor_id ON audit_logs (actor_id);
CREATE INDEX audit_logs_target ON audit_logs (target_id, target_type);

CREATE TABLE invoices (
  id              INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  contact_id      INTEGER REFERENCES crm_contacts (id),
  order_id        INTEGER REFERENCES orders (id),
  invoice_no      TEXT NOT NULL UNIQUE,
  amount_cents    INTEGER NOT NULL,
  buyer_name      TEXT,
  buyer_tax_id    TEXT,
  buyer_phone     TEXT,
  buyer_email     TEXT,
  issued_at       TEXT NOT NULL
);
CREATE INDEX invoices_organisation_id ON invoices (organisation_id);
CREATE INDEX invoices_contact_id ON invoices (contact_id);
CREATE INDEX invoices_order_id ON invoices (order_id);
