-- request: 01a1fb67-1800-75eb-bce9-23055355b7ba
-- code: 4F64F6SZ8ZWKXBQGCF5N50A6FX65
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
(1, '01a1fb67-1800-75eb-bce9-23055355b7ba', x'BDEAB109F711769E06ABC6345D7E1DFAEE5A194BC7341C2FF40F806DE7460A5D', 'running', 1795219200000, 1795220100000, 5);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'E80E500DE3B187D22C731F1E7BA55856D3F6EF89E0CD2454885D0AF1E5B9D289', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"ea5b4c59d00ff27dbf3719bb68c7c42553556f294aadca5f990099bd01457440","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 76, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'6B505828CB2DB430CED637B5E2149B3B4B6B3D62096638A7915135DD5CC65F19BC1E7FFE4AFAF5C16447015BC0236D2746AFBF187212D695720C76D9F77358F4DB12CD8426D386EB3B85518E4C380FD631F1C18283DE041D299C9B6546CF99195520A6595C9BAC60ACD37B2E4969073B8D1553412BB3D0233D0FD186F3B6FA7BFABFC97B22DD19BAD947DF696826DE481F79692AD33CFFB5EDD8F5467F4FF44FAB31B6FCB7004BAEBD09A9E5836008C33DEFD18D64A969D9DA10A33BB9159148D8B1F31A8C6334269832C80B89154C1A617A2D7EB83962CB251E5A0A9D946D7ABA5B018BDF3180581B4C033FB5BC2A6F52196BDD890766B3018E9A2B39319B677417CFBE19B8C30A04BA6C4E9B0293BE5972FC5B6A10BB55AE447522CC9EF74CFDFE0588CDB719C67617E9AF4A4B3F1B3A256716399A6CE821A550731EF0E59E1729B5FAA38235C520047B4CC5B269E0A705291EB68F23D42BDAE04B5D6A282B341A88993BDD121F28FE09A882794FAFD00C1591FEBCFF49BC1DDA7A2646099D9E041F50');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 2),
(6, 1, x'676F6E652F636F6E7461637473', 1),
(7, 1, x'676F6E652F6D656D6265727368697073', 2),
(8, 1, x'676F6E652F74687265616473', 3),
(9, 1, x'66726565642F616464726573736573', 1),
(10, 1, x'6B6570742F636F6E747261637473', 1),
(11, 1, x'6B6570742F696E766F69636573', 1),
(12, 1, x'6F74686572732F7669736974732F3132', 1),
(13, 1, x'6F74686572732F746872656164732F3130', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 14;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'1DBD12B7F2F0B4930CC9CB36AE069EF00A69989E7DB99619297E961415C9296D', x'C45655CF6942D8F4C26E6335EDAA06374EAC572EBCFB9BD8D5FE6DDDDB0C55DDA5E059EB354F7376A09B274E3DFD31060EDBA03C071E7EC670F38179D53CC6'),
(1, 2, x'33ED738E867EA2DD8BCC61ADC3F854BDD8C9385CDD8C511605BA11EAA3D0A240', x'EB25D62E4D9B8F1B5A2D8611DEC2D3F1DCE6C803483C1AC43106F499CD0FFF617F92DD0BD913FDEBA9C66A3C079B96B5A18DC1AAEA91636895FDF8FA5919C7'),
(6, 1, x'116397DFB2326559001C954F05E2467873EF73B7A1468F7FA34428DFD38018C1', x'6F58D67100A96FEDF33642F733AE5BC71DA36B54EEDC45078BF1BB6765F95B143C9B03C84E88314192F35F6F3DC2C727E25C026E91B2368F8F4662521B2D6C'),
(7, 1, x'B61A59250F07DD609C9B93FFE49089D074FA105983799A002C16599BA3C79512', x'B6097D8D93516801BF83D55770379714CDEF0E8EB18251979D22BB4F0E3E6CB5C627489F36804C731A10ABC25929C1EDC6BCF5F507875903ADF50B1EC8589D6E6B8AA76F963519BFE64597F894'),
(7, 2, x'81D011E821CBA808A6D43500E653C4BB71682648E84DBA8D6A6410925FA2A7CF', x'8EB8B60DB44C8BE7DE8A2F084644B430C88E82D4929B7C77E3E7611482FFB1DD6965E64CE913BB970121EC9AAFFFC9B5F561674657E1E2DD5D7B2450DFF73CDC23224D1B4CC39E7F642DE9A567'),
(8, 1, x'A362CAECC8307F2A4106732D963D4FED506FCA7204C8EDA185FF238D39CDED1F', x'F67EA4CBA54E36BD6B9BBE497CC664EA5503A29133DC823DC8005330C2D179AA4527D73CD1E0E21762A4A33048E67D480A8037669373FF9A34F7C2F8ACBED0'),
(8, 2, x'D988956063221D8C65F08F7542B44FB4D9C64EAF09D927780C774215BA35B313', x'AD3FB9154862C191F7D8C2C868E31E597F3787DAF9BD175C209C6220D897A290C27E838F28DAB32B11A819CA4C8EC8E82B03969967198EC475AA688707A163'),
(8, 3, x'A82DB538FFAF9A1D5C6CD2C2FA09C8D03C3C59A5FE8B60BD9DE37C3B644DA4FB', x'7CBD0B591F59677BD676D46E2BFF1A54F21D7757A6DB1796B28DF5FE64DD9E1A08D19331E1A274B4A3917F0A83F228A0FE274F94038FC40B7D6FBB40C140D1'),
(9, 1, x'27A39D87885F02028A4EE2FCA26F6CD089F0F546D0AE58FFE552C525AD5D1B76', x'EB38343761DF526FA44A7CCF3202553C6699B9D50894D19F714CB22F8C2621B61F8531E948E7AB46337342A7C9B69A04C7ADCC71CAD26D24D910F6EA7AB887'),
(10, 1, x'20F561AF8C152B35DE2866DDD8B1F3992E0F05323AD8F54573105AEA6053A0F9', x'D8149808880DC423FA4E085BC5BB749FB4D5996AF03148C6C2950615613BAB5B31A1CB7D08FC0A36557CE82600B1BE3E4075731ED1D5504D1C55798DC7823EA76F19C6D214A9CE58E2F40BB562A0BCD9EE14FC2696F0E3F570ECF2447957B0'),
(11, 1, x'FF6A12F9F60AFAD3292B865268E8718DE46039B70B265723ADCF5E7EF16A2FB9', x'EF7E5E413783273D0289D084AA75E8B47C5761A13181499310A1BF8A53090188A3875DB54536E54463954C140A73017A5B0C9918EE5F6B524E121AA748D3756D2F6104991133BCC43267ABB15A87CA6B660E079BC5336FD6F160150C993F919AD816B8D2B3CECCA779830C46FFBEC2842D0D0B1BB13AEB43F669E90F92105F24CA'),
(12, 1, x'A5D31C415D7A64F720E387721332157DC88377916E220D6A8D5F7C3209A4E48B', x'B7370D4A00398B4AC76C02C2F23B04B0887040F3DC1DAA15C0A6AFA0CE9FAE388FA350A1FA04CE561EF98B2A7B026F2E78C72BEB05C9B4F39E7E6782D40C1C28B09C0F447C594534F1941B85FAA8A3482F5504A71A'),
(13, 1, x'B7E570A2C66D8ED47C32B6A246C02FC65EB383549199D9D5F0A6D1C666081ACE', x'E9C93162685B1B468E8B3DD54C246A77B6B975A14E6B2CDCF4DA4F4A0769E8143BF0D4065E4ABD8B9503E845D29B4FCB43016D4F687EF254485C9298B57B92');
