-- Two organisations. Ana is a contact of both; Ana and Ben share a company, Chitra has one of her own.
-- All names and numbers are invented.
INSERT INTO organisations (id, name, slug, billing_email, plan, created_at) VALUES
  (1, 'Marigold Pantry', 'marigold-pantry', 'accounts@marigold-pantry.example.com', 'team', '2018-01-10 09:00:00'),
  (2, 'Harbour Optics', 'harbour-optics', 'accounts@harbour-optics.example.org', 'solo', '2024-06-01 09:00:00');

INSERT INTO users (id, organisation_id, email, display_name, avatar_url, phone_e164, meta_user_id, role, created_at, last_login_at) VALUES
  (1, 1, 'priya@marigold-pantry.example.com', 'Priya Venkat', 'https://cdn.example.com/a/1.png', '+919876541101', '10224400000001101', 'admin', '2018-01-10 09:05:00', '2026-11-20 07:00:00'),
  (2, 1, 'omar@marigold-pantry.example.com', 'Omar Siddiq', NULL, '+919876541102', NULL, 'agent', '2022-05-02 09:00:00', '2026-11-19 07:00:00'),
  (3, 2, 'lena@harbour-optics.example.org', 'Lena Hartwig', NULL, '+15550101103', '10224400000001103', 'admin', '2024-06-01 09:05:00', '2026-11-18 07:00:00');

INSERT INTO user_credentials (id, user_id, kind, secret) VALUES
  (1, 1, 'password', 'argon2id$m1'),
  (2, 1, 'passkey', 'cose$m1'),
  (3, 2, 'password', 'argon2id$m2'),
  (4, 3, 'password', 'argon2id$m3');

INSERT INTO teams (id, organisation_id, name, lead_id) VALUES
  (1, 1, 'Sales', 1),
  (2, 1, 'Support', 2),
  (3, 2, 'Front desk', 3);

INSERT INTO team_members (team_id, user_id, joined_at) VALUES
  (1, 1, '2022-05-02 10:00:00'),
  (1, 2, '2022-05-02 10:00:00'),
  (2, 2, '2022-06-02 10:00:00'),
  (3, 3, '2024-06-02 10:00:00');

INSERT INTO channels (id, organisation_id, kind, label, external_id, connected_by) VALUES
  (1, 1, 'whatsapp', 'Marigold on WhatsApp', '400000000000001', 1),
  (2, 1, 'instagram', '@marigold.pantry', '178400000000001', 1),
  (3, 1, 'telegram', 'MarigoldBot', '7000000001', 2),
  (4, 2, 'whatsapp', 'Harbour on WhatsApp', '400000000000004', 3);

INSERT INTO channel_tokens (id, channel_id, granted_by, access_token, refresh_token, granted_at) VALUES
  (1, 1, 1, 'EAAexample01', NULL, '2025-01-05 09:00:00'),
  (2, 2, 1, 'IGAexample02', 'IGRexample02', '2025-01-06 09:00:00'),
  (3, 3, 2, '7000000001:example', NULL, '2025-02-05 09:00:00'),
  (4, 4, 3, 'EAAexample04', NULL, '2025-03-05 09:00:00');

INSERT INTO crm_contacts (id, organisation_id, full_name, phone_e164, wa_id, email, instagram_id, telegram_id, lifecycle_stage, notes, assigned_to, created_at, last_seen_ms) VALUES
  (1, 1, 'Ana Pereyra', '+919876541001', '919876541001', 'ana@mail.example.org', '178400000000901', NULL, 'customer', 'prefers evenings; +919876541001', 2, '2025-03-01 08:00:00', 1794729600000),
  (2, 1, 'Ben Otieno', '+15550101002', '15550101002', 'ben@mail.example.org', NULL, '880000002', 'customer', NULL, 1, '2025-03-02 08:00:00', 1794643200000),
  (3, 1, 'Chitra Menezes', '+919876541003', '919876541003', NULL, NULL, NULL, 'lead', 'asked for the price list', NULL, '2026-10-02 08:00:00', NULL),
  (4, 2, 'Ana Pereyra', '+919876541001', '919876541001', 'ana@mail.example.org', NULL, NULL, 'lead', NULL, 3, '2026-01-02 08:00:00', NULL),
  (5, 2, 'Dev Lindqvist', '+15550101005', '15550101005', 'dev@mail.example.org', NULL, NULL, 'customer', NULL, 3, '2026-02-02 08:00:00', NULL);

INSERT INTO companies (id, organisation_id, name, phone) VALUES
  (1, 1, 'Corner Bakes', '+919876541901'),
  (2, 1, 'Menezes Catering', '+919876541902'),
  (3, 2, 'Lindqvist Eyewear', NULL);

INSERT INTO company_contacts (company_id, contact_id, role) VALUES
  (1, 1, 'owner'),
  (1, 2, 'buyer'),
  (2, 3, 'owner'),
  (3, 5, 'owner');

INSERT INTO referrals (id, organisation_id, referrer_id, referred_id, reward_points, created_at) VALUES
  (1, 1, 1, 2, 50, '2025-03-02 08:05:00'),
  (2, 1, 2, 1, 20, '2025-04-02 08:05:00'),
  (3, 1, 2, 3, 50, '2026-10-02 08:05:00'),
  (4, 2, 5, 4, 10, '2026-02-03 08:05:00');

INSERT INTO labels (id, organisation_id, title, created_by) VALUES
  (1, 1, 'wholesale', 1),
  (2, 1, 'vegan', 2),
  (3, 2, 'new', 3);

INSERT INTO contact_labels (contact_id, label_id) VALUES
  (1, 1),
  (1, 2),
  (2, 1),
  (4, 3);

INSERT INTO segments (id, organisation_id, title, rule, created_by) VALUES
  (1, 1, 'Buys monthly', 'orders_90d >= 3', 1),
  (2, 2, 'Eye test due', 'last_test > 365d', 3);

INSERT INTO segment_members (segment_id, contact_id) VALUES
  (1, 1),
  (1, 2),
  (2, 4);

INSERT INTO lifecycle_events (id, contact_id, from_stage, to_stage, changed_by, changed_at) VALUES
  (1, 1, 'lead', 'customer', 2, '2025-03-09 08:00:00'),
  (2, 2, 'lead', 'customer', 1, '2025-03-10 08:00:00'),
  (3, 3, NULL, 'lead', NULL, '2026-10-02 08:00:00'),
  (4, 4, NULL, 'lead', 3, '2026-01-02 08:00:00');

INSERT INTO conversations (id, organisation_id, contact_id, channel_id, assignee_id, status, opened_at) VALUES
  (1, 1, 1, 1, 2, 'open', '2026-11-10 08:00:00'),
  (2, 1, 1, 2, 1, 'closed', '2026-09-10 08:00:00'),
  (3, 1, 2, 3, 2, 'open', '2026-11-11 08:00:00'),
  (4, 1, 3, 1, NULL, 'open', '2026-10-02 08:00:00'),
  (5, 2, 4, 4, 3, 'closed', '2026-01-02 08:00:00');

INSERT INTO messages (id, conversation_id, sender_type, sender_id, reply_to_id, kind, body, wamid, sent_at) VALUES
  (1, 1, 'Contact', 1, NULL, 'text', 'Two jars of pickle, please', 'wamid.HQiRmjkxOTg3NjU0MTAwMRUCABFBMUIwMDE=', '2026-11-10 08:00:00'),
  (2, 1, 'User', 2, 1, 'text', 'On their way, Ana', 'wamid.HQiRmjkxOTg3NjU0MTAwMRUCABFBMUIwMDI=', '2026-11-10 08:05:00'),
  (3, 1, 'Bot', NULL, 2, 'text', 'Your parcel has left the shop', 'wamid.HQiRmjkxOTg3NjU0MTAwMRUCABFBMUIwMDM=', '2026-11-10 09:00:00'),
  (4, 1, 'Contact', 1, NULL, 'image', NULL, 'wamid.HQiRmjkxOTg3NjU0MTAwMRUCABFBMUIwMDQ=', '2026-11-10 10:00:00'),
  (5, 2, 'Contact', 1, NULL, 'audio', NULL, NULL, '2026-09-10 08:00:00'),
  (6, 3, 'Contact', 2, NULL, 'text', 'Is the honey back?', NULL, '2026-11-11 08:00:00'),
  (7, 3, 'User', 1, 6, 'text', 'From Monday on', NULL, '2026-11-11 08:02:00'),
  (8, 3, 'User', 2, NULL, 'document', NULL, NULL, '2026-11-11 08:03:00'),
  (9, 4, 'Contact', 3, NULL, 'text', 'Price list?', 'wamid.HQiRmjkxOTg3NjU0MTAwMxUCABFBMUIwMDk=', '2026-10-02 08:00:00'),
  (10, 5, 'Contact', 4, NULL, 'text', 'Do you have reading glasses?', 'wamid.HQiRmjkxOTg3NjU0MTAwMRUCABFBMUIwMEE=', '2026-01-02 08:00:00'),
  (11, 5, 'User', 3, 10, 'text', 'We do', 'wamid.HQiRmjkxOTg3NjU0MTAwMRUCABFBMUIwMEI=', '2026-01-02 08:10:00');

INSERT INTO media (id, message_id, mime_type, file_name, content) VALUES
  (1, 4, 'image/jpeg', 'kitchen.jpg', X'FFD8FFE0'),
  (2, 5, 'audio/ogg', 'voice.ogg', X'4F676753'),
  (3, 8, 'application/pdf', 'honey.pdf', X'25504446');

INSERT INTO orders (id, organisation_id, contact_id, taken_by, order_no, total_cents, ship_to, placed_at) VALUES
  (1, 1, 1, 2, 'MP-1001', 1800, 'Ana Pereyra, 4 Mill Row', '2026-11-10 08:06:00'),
  (2, 1, 2, 1, 'MP-1002', 900, 'Ben Otieno, 9 Quay St', '2026-11-11 08:06:00'),
  (3, 1, 1, NULL, 'MP-0007', 700, 'Ana Pereyra, 4 Mill Row', '2018-02-01 08:06:00'),
  (4, 2, 4, 3, 'HO-0001', 4000, NULL, '2026-01-03 08:06:00');

INSERT INTO order_lines (order_id, line_no, sku, quantity, price_cents) VALUES
  (1, 1, 'PICKLE-500', 2, 700),
  (1, 2, 'POST', 1, 400),
  (2, 1, 'HONEY-250', 1, 900),
  (3, 1, 'PICKLE-500', 1, 700),
  (4, 1, 'READER-2', 1, 4000);

INSERT INTO reorder_cycles (id, contact_id, sku, every_days, next_due_on) VALUES
  (1, 1, 'PICKLE-500', 30, '2026-12-10'),
  (2, 2, 'HONEY-250', 60, '2027-01-10');

INSERT INTO ai_runs (id, organisation_id, message_id, asked_by, model, prompt, response, ran_at) VALUES
  (1, 1, 1, 2, 'draft-2', 'Answer: Two jars of pickle, please', 'On their way, Ana', '2026-11-10 08:04:00'),
  (2, 1, 6, 1, 'draft-2', 'Answer: Is the honey back?', 'From Monday on', '2026-11-11 08:01:00'),
  (3, 2, 10, 3, 'draft-2', 'Answer: Do you have reading glasses?', 'We do', '2026-01-02 08:09:00');

INSERT INTO ai_cache (id, run_id, prompt, response, cached_at) VALUES
  (1, 1, 'Two jars of pickle, please', 'On their way, Ana', '2026-11-10 08:04:01'),
  (2, 2, 'Is the honey back?', 'From Monday on', '2026-11-11 08:01:01'),
  (3, 3, 'Do you have reading glasses?', 'We do', '2026-01-02 08:09:01');

INSERT INTO audit_logs (id, organisation_id, actor_id, actor_name, action, target_type, target_id, detail, ip_address, logged_at) VALUES
  (1, 1, 2, 'Omar Siddiq', 'contact.update', 'Contact', 1, 'phone of Ana Pereyra corrected', '203.0.113.22', '2026-11-01 09:00:00'),
  (2, 1, 2, 'Omar Siddiq', 'login', NULL, NULL, NULL, '203.0.113.22', '2025-08-01 09:00:00'),
  (3, 1, 1, 'Priya Venkat', 'user.invite', 'User', 2, 'omar@marigold-pantry.example.com', '203.0.113.21', '2026-03-01 09:00:00'),
  (4, 1, 1, 'Priya Venkat', 'channel.connect', 'Channel', 1, NULL, '203.0.113.21', '2026-04-01 09:00:00'),
  (5, 2, 3, 'Lena Hartwig', 'contact.export', 'Contact', 4, 'Ana Pereyra', '198.51.100.23', '2026-05-01 09:00:00');

INSERT INTO invoices (id, organisation_id, contact_id, order_id, invoice_no, amount_cents, buyer_name, buyer_tax_id, buyer_phone, buyer_email, issued_at) VALUES
  (1, 1, 1, 1, 'MP-INV-1001', 1800, 'Ana Pereyra', NULL, '+919876541001', 'ana@mail.example.org', '2026-11-10 08:10:00'),
  (2, 1, 2, 2, 'MP-INV-1002', 900, 'Ben Otieno', 'GB000000002', '+15550101002', 'ben@mail.example.org', '2026-11-11 08:10:00'),
  (3, 1, 1, 3, 'MP-INV-0007', 700, 'Ana Pereyra', NULL, '+919876541001', NULL, '2018-02-01 08:10:00'),
  (4, 2, 4, 4, 'HO-INV-0001', 4000, 'Ana Pereyra', NULL, '+919876541001', 'ana@mail.example.org', '2026-01-03 08:10:00');
