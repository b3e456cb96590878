-- Two businesses; the person behind +91 98765 40001 is a customer of both. All names and numbers are invented.
INSERT INTO businesses (id, legal_name, trade_name, gstin, email, city, created_at) VALUES
  (1, 'Tamarind Lane Foods LLP', 'Tamarind Lane', '29ABCDE0001F1Z5', 'hello@tamarind-lane.example.in', 'Mysuru', '2023-02-11 06:30:00'),
  (2, 'Blue Kettle Tea Rooms', 'Blue Kettle', '27ABCDE0002F1Z4', 'hello@blue-kettle.example.in', 'Nashik', '2023-09-04 10:00:00');

INSERT INTO users (id, business_id, full_name, email, mobile, password_hash, created_at) VALUES
  (1, 1, 'Nandini Raote', 'nandini@tamarind-lane.example.in', '+919876540101', 'argon2id$k1', '2023-02-11 06:31:00'),
  (2, 1, 'Farhan Illyas', 'farhan@tamarind-lane.example.in', '+919876540102', 'argon2id$k2', '2024-03-19 08:00:00'),
  (3, 2, 'Grace Lobowala', 'grace@blue-kettle.example.in', '+919876540103', 'argon2id$k3', '2023-09-04 10:01:00');

INSERT INTO meta_connections (id, user_id, app_scoped_id, waba_id, api_metadata, connected_at) VALUES
  (1, 1, '10224400000000101', '300000000000001', '{"graph":"v24.0","scopes":["whatsapp_business_messaging"]}', '2024-01-05 09:00:00'),
  (2, 3, '10224400000000103', '300000000000002', '{"graph":"v24.0","scopes":["whatsapp_business_management"]}', '2024-01-09 09:00:00');

INSERT INTO chat_numbers (id, business_id, phone, wa_id, first_seen) VALUES
  (1, 1, '+91 98765 40001', '919876540001', 1743570000),
  (2, 1, '919876540002', '919876540002', 1746162000),
  (3, 2, '+919876540001', '919876540001', 1748840400),
  (4, 2, '0091 98765 40003', '919876540003', 1751432400);

INSERT INTO message_events (id, chat_number_id, sent_by, direction, wamid, status, sent_at, delivered_at, read_at) VALUES
  (1, 1, NULL, 'in', 'wamid.HQiRmjkxOTg3NjU0MDAwMRUCABFBMUIwMDE=', 'received', 1789034460, NULL, NULL),
  (2, 1, 1, 'out', 'wamid.HQiRmjkxOTg3NjU0MDAwMRUCABFBMUIwMDI=', 'read', 1789034520, 1789034522, 1789034550),
  (3, 1, 1, 'out', 'wamid.HQiRmjkxOTg3NjU0MDAwMRUCABFBMUIwMDM=', 'delivered', 1789034580, 1789034582, NULL),
  (4, 2, 2, 'out', 'wamid.HQiRmjkxOTg3NjU0MDAwMhUCABFBMUIwMDQ=', 'read', 1789034640, 1789034642, 1789034670),
  (5, 2, 1, 'out', 'wamid.HQiRmjkxOTg3NjU0MDAwMhUCABFBMUIwMDU=', 'sent', 1789034700, NULL, NULL),
  (6, 3, 3, 'out', 'wamid.HQiRmjkxOTg3NjU0MDAwMRUCABFBMUIwMDY=', 'read', 1789034760, 1789034762, 1789034790),
  (7, 4, NULL, 'in', 'wamid.HQiRmjkxOTg3NjU0MDAwMxUCABFBMUIwMDc=', 'received', 1789034820, NULL, NULL);

INSERT INTO billing_documents (id, business_id, user_id, number, amount_paise, gst_paise, buyer_name, buyer_email, issued_on) VALUES
  (1, 1, 1, 'KR/2024-25/0041', 1180000, 180000, 'Nandini Raote, for Tamarind Lane Foods LLP', 'nandini@tamarind-lane.example.in', '2024-08-02'),
  (2, 1, 1, 'KR/2017-18/0007', 590000, 90000, 'Nandini Raote', 'nandini@tamarind-lane.example.in', '2017-06-30'),
  (3, 2, 3, 'KR/2025-26/0112', 1180000, 180000, 'Grace Lobowala, for Blue Kettle Tea Rooms', 'grace@blue-kettle.example.in', '2026-01-15');

INSERT INTO abuse_reports (id, business_id, chat_number_id, reported_by, reported_phone, reason, reported_at) VALUES
  (1, 1, 1, 2, '+919876540001', 'chargeback after delivery', '2026-05-04 12:00:00'),
  (2, 2, 4, 3, '+919876540003', 'advance-fee message', '2026-07-20 12:00:00');

INSERT INTO access_logs (id, business_id, user_id, action, ip_address, user_agent, logged_at) VALUES
  (1, 1, 1, 'login', '203.0.113.11', 'Firefox 143', 1790827200),
  (2, 1, 1, 'export', '203.0.113.11', 'Firefox 128', 1748750400),
  (3, 1, 2, 'login', '203.0.113.12', 'Chrome 141', 1793505600),
  (4, 2, 3, 'login', '198.51.100.13', 'Safari 19', 1793592000);
