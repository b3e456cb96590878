-- request: 01a1fb67-1800-7f72-8a71-a866b47e9b59
-- code: 5HCEP034NC3PWH7YTFWZX4NG4QK0
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
(1, '01a1fb67-1800-7f72-8a71-a866b47e9b59', x'0536ED316E173FEC60063B4E8CA669E9E197FC70B7A50B83D4A17DEFB57B7004', 'received', 1795219200000, NULL, 2);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'99C285C7D8CA8BB859FE4DDECE8F21944F25F919796756150505ABDDCE919445', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"meta","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'12F13556334BD4A6DA6DF7E1D4335E09F00CF5F3D3495FD3D9092FF34693E9A5ADC8B8440CE70B042616C333D683CE37D89B65DEE8B0BCAD36022F9E849E8337F6CF7BE71317D7EBA8FEA0DFEF726997151418DD688618F6CE661E1FBD16BA62B2F79E00B5859DFD18C3E85E62DF610D317925992B495B544C87C8B716AD683AEB19A8A090B6D24C5C213D990E405FC41DC10DB6F58C8BE8F73E508A36B8FE5510B0E79A7D10B0F356CA69DD51DFEB739CE29DD0D56ABF104EF237BA3A2DDB470C42CFD6C4D4CB0198E4CBDAE45F2F2B8A49C434B57AAE7233090D15ED831636A2F496F9283A08794947332250A9B07A92A2A8D7CBED621C7A42B8D0C68AD4FA25D254D013E0D5284B1355CE83BEC85F507E2E9AAA96B5B02A0F93E4D237DEA84DD568F8459FE0B019C50725F2E8DFE00C90CC569BA55D7B78A481038355A42BB7A549F4');
