-- request: 01a1fb67-1800-7f47-a552-50891ebc1a77
-- code: 799JJDXS0ACJ591FZGDBYBA8BDD3
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (`id`, `account_id`, `phone`, `email`, `fb_user`, `full_name`) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (`id`, `title`) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (`contact_id`, `group_id`) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (`id`, `from_id`, `to_id`, `group_id`, `body`) VALUES
(1, 1, 2, NULL, 'to Ben'),
(2, 1, 4, NULL, 'to herself'),
(3, 2, 1, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben\'s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi\'s own'),
(8, 1, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (`id`, `contact_id`, `parent_id`) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (`day`, `seq`, `contact_id`, `thread_id`, `ip`, `agent`, `note`) VALUES
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (`id`, `contact_id`, `street`) VALUES
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, 1, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, 1, '2015-06-30', 'A. Old');
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7f47-a552-50891ebc1a77', x'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'awaiting_approval', NULL, NULL, 3);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'B22001FDABE534E8FE86211D90149D9582904A0559F5A07FBA95526BAD1DDC2F', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_approval"}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'16FFF984E025E9BF5267297263D62DF5A4B1D290C8C2EF90C85375D0899A02716AE68485E85D94DC3FABE777CAAFD423DF792A6D462BEB5E43F45D143191246956047FC7AC08823C186839270911ED7C85ED32C3C25FA98BB9F9EA7A83FD23485702139D572C79072020AA51B1D9E200B40B9E7EE4B8D633C54C3937BF390F8FF7A6C1680BA72AF56194E3CCD95AD34C629EC9EF22A4E0400DD6CF362AFCA1459AB1194347D024917A71F5F084EDD55D22CD0C2933F3F993A3A00EA8F21C8F384A1BA2F97FC860DEB1F463D08F8723A0BD6394D19CD616A7B0AA09503A404A7B96A5B3D28C9BB4AD609B1ABDE935E7CE8205CBB74AEE827E1F2987F1E505180B5782371DDD3F8065CF7797D429517594168FC81AE98ECE309E336D3B9B73E3FF');
