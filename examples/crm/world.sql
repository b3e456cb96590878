-- Fills the CRM, always with the same rows: 8 businesses, 40 agents, 5,000 customers and what they left behind.
-- `dice` is a table of numbers drawn once by a small generator in world.rs; nothing here draws any other chance.

INSERT INTO accounts SELECT i, 'Business ' || i FROM dice WHERE i <= 8;

INSERT INTO agents SELECT i, (i - 1) / 5 + 1, 'agent' || i || '@harbour-desk.example', 'Agent ' || i, 700000000000000 + i
FROM dice WHERE i <= 40;
INSERT INTO tokens SELECT i, (i - 1) / 2 + 1, 'demo-token-' || n, date('2026-01-01', '+' || (n % 300) || ' days')
FROM dice WHERE i <= 80;

INSERT INTO contacts
SELECT i, (i - 1) / 625 + 1, 'Customer ' || i, '+9190' || (10000000 + i * 7919), '9190' || (10000000 + i * 7919),
  'customer' || i || '@mail.example', (i - 1) / 625 * 5 + 1 + n % 5, datetime('2019-01-01', '+' || (n % 2800) || ' days')
FROM dice WHERE i <= 5000;
INSERT INTO newsletter SELECT id, account_id, email FROM contacts WHERE id % 3 = 0;
INSERT INTO referrals SELECT d.i, c.account_id, c.id, c.id + 1, d.n % 50
FROM dice d JOIN contacts c ON c.id = d.i * 4 WHERE d.i <= 1200 AND c.id % 625 <> 0;

INSERT INTO labels SELECT i, (i - 1) / 10 + 1, 'Label ' || i, (i - 1) / 10 * 5 + 1 + n % 5 FROM dice WHERE i <= 80;
INSERT INTO contact_labels
SELECT c.id, (c.account_id - 1) * 10 + 1 + (d.n + k.i) % 10 FROM contacts c JOIN dice d ON d.i = c.id JOIN dice k ON k.i <= 2;

-- Two talks for each customer, ten messages in each; a picture in every 20th message, an AI draft for every 25th.
INSERT INTO conversations
SELECT d.i, c.account_id, c.id, (c.account_id - 1) * 5 + 1 + d.n % 5, datetime('2024-01-01', '+' || (d.n % 1000) || ' days')
FROM dice d JOIN contacts c ON c.id = (d.i + 1) / 2 WHERE d.i <= 10000;

-- The customer of the second request is a good one: 60 more talks, and a profile that an import made twice.
UPDATE contacts SET full_name = 'Asha Raman', phone = '+919876543210', wa_id = '919876543210', email = 'asha.raman@mail.example'
WHERE id IN (1500, 1501);
UPDATE newsletter SET email = 'Asha.Raman@mail.example' WHERE id IN (1500, 3333);
INSERT INTO referrals VALUES (1201, 3, 1500, 1510, 20), (1202, 3, 1507, 1501, 10);
-- She buys from business 6 as well, which is not the one she wrote to.
UPDATE contacts SET full_name = 'Asha Raman', phone = '+919876543210', wa_id = '919876543210', email = 'asha.raman@mail.example'
WHERE id = 3333;
INSERT INTO conversations
SELECT i, 3, 1500 + i % 2, 11 + n % 5, datetime('2024-01-01', '+' || (n % 1000) || ' days')
FROM dice WHERE i BETWEEN 10001 AND 10060;
-- The agent of the first request.
UPDATE agents SET full_name = 'Omar Siddiq', email = 'omar@harbour-desk.example', meta_id = '122093764502198471' WHERE id = 12;

INSERT INTO messages
SELECT d.i, v.id, CASE d.n % 2 WHEN 0 THEN 'contact' ELSE 'agent' END,
  CASE d.n % 2 WHEN 0 THEN v.contact_id ELSE (v.account_id - 1) * 5 + 1 + d.n / 2 % 5 END,
  'Text ' || d.i, datetime(v.opened_at, '+' || (d.i % 600) || ' minutes')
FROM dice d JOIN conversations v ON v.id = CASE WHEN d.i <= 100000 THEN (d.i - 1) / 10 + 1 ELSE 10001 + d.i % 60 END
WHERE d.i <= 102400;
UPDATE messages SET body = 'Asha Raman, +919876543210' WHERE id IN (29981, 30000, 100001);
INSERT INTO media SELECT id / 20, id, 'image/jpeg', 'photo-' || id || '.jpg' FROM messages WHERE id % 20 = 0;
INSERT INTO ai_logs
SELECT m.id / 25, m.id, (v.account_id - 1) * 5 + 1 + m.id / 25 % 5, 'Answer this: ' || m.body, 'Draft ' || m.id, m.sent_at
FROM messages m JOIN conversations v ON v.id = m.conversation_id WHERE m.id % 25 = 0;

-- Orders and invoices of eleven years. Asha bought once a year at the least.
INSERT INTO orders
SELECT d.i, c.account_id, c.id, (c.account_id - 1) * 5 + 1 + d.n % 5, c.full_name || ', ' || (d.n % 200) || ' Quay Street',
  datetime('2015-06-01', '+' || CASE WHEN d.i > 6000 THEN (d.i - 6001) * 365 ELSE d.n % 4170 END || ' days')
FROM dice d JOIN contacts c ON c.id = CASE WHEN d.i > 6000 THEN 1500 + d.i % 2 ELSE 1 + d.n % 5000 END WHERE d.i <= 6012;
INSERT INTO order_lines SELECT o.id, k.i, 'Item ' || ((o.id + k.i) % 90), 100 * k.i + o.id % 700 FROM orders o JOIN dice k ON k.i <= 2;
INSERT INTO invoices
SELECT o.id, o.account_id, c.id, o.id, 'INV-' || o.id, 400 + o.id % 1400, c.full_name, c.phone, c.email, o.placed_at
FROM orders o JOIN contacts c ON c.id = o.contact_id;

-- Eighteen months of audit log; every fourth entry is about a customer.
INSERT INTO audit_logs
SELECT d.i, a.account_id, a.id, a.full_name, CASE d.n % 3 WHEN 0 THEN 'login' WHEN 1 THEN 'contact.update' ELSE 'export' END,
  c.id, 'profile of ' || c.full_name, '203.0.113.' || (d.n % 250), datetime('2026-11-20', '-' || (d.n % 540) || ' days')
FROM dice d JOIN agents a ON a.id = 1 + d.n % 40
LEFT JOIN contacts c ON d.i % 4 = 0 AND c.id = (a.account_id - 1) * 625 + 1 + d.i % 625
WHERE d.i <= 20000;
