-- request: 01a1fb67-1800-76b3-a0d3-333a8551a44d
-- code: 7NK97GF3HJMABTTNBR9VQSQVWT45
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
(1, '01a1fb67-1800-76b3-a0d3-333a8551a44d', x'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795219200000, 1795220100000, 4);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'A3507F1F49D77AB542CD6B7254BAC09F8C0FAFFA9F3CACF0519B9840CD7CD771', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'F7E6F942CFD3AB02B77B2C83FB34CD0EE71707EEDD20BF5BDEAF946B1F9D3B38D17A186EEF1D6770955733D9C30536B2735204BDAF8F9E69988268DCAD2335B086ED6AE6362FD688255CE5E660712A2FA45E8E1785B5605F532525B3393CA2B496592BA98B9CA9FC1D61C2C581F8C24F152BB461BA675CF86B7913F96C28FCD3BD457756E0D432C80368216CE7A7A6264E54B25778CC6CF59A44737B6BF5C32318DCA287DE263722C4231582F6DFA25F47B3608DA85C8B1834F08BA8E48BA951BFC763D57E405DDD835A69E457E4F34F12856543AF3C9C378A746412A7B6EEE8A3CB7C24B0F7D104CE984AC897DFFC76154F2EA58825153372DAA1D196E7A29B9FC7438389E2C712DA62F8DCFA89FF5D946E5FD29C533BB1F03AD65AF03F6C4DC81B5BF45D1095A9C83E2E4CFCAA7D40AF2BE428D4B1E3FFF4641BCAAC8F35AEDA341FF98B701BE2010DC6AA05F861411AF36F7180B8D828CA89CE94A7BD2380D4E47568EC410C0D5A043EF4175531E355C441E1CF7EDAA16D7EBBBE53B9C837F19DB7');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 2),
(2, 1, x'726561636865642F636F6E7461637473', 1),
(3, 1, x'726561636865642F6D656D6265727368697073', 2),
(4, 1, x'726561636865642F74687265616473', 4),
(5, 1, x'726561636865642F67726F757073', 2),
(6, 1, x'676F6E652F636F6E7461637473', 1),
(7, 1, x'676F6E652F6D656D6265727368697073', 2),
(8, 1, x'676F6E652F74687265616473', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 9;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'4E86ECBE7095417E9A89A714013A368E721EFC2C74765C95807185DAC97AF39A', x'D5F7B43615F6195EA5A29C8732FC33DB750090FD6303C5712D7260F3DE8F1CDE74149910E238B735EAE58EDF210C983EDCCF8DA7DB254D1C7788B21379F80C'),
(1, 2, x'BC29CA783E5B0AE7FD687F7E1FF9EB1F658B8C9FEF24EE507122E3C310949054', x'61719D52A7118ECA6129898C7F3505E14409C3630DEDEA5BEEE2DCFC35CC08512052C3F3B8E1F5982AE78DB24A92568A5DF9EC73E30E2CD6A67C02BD3F94E5'),
(2, 1, x'327BF23266FA13DA4F8C6105C6D8E20A11CEED5866B4DC80578BE7B1951EDB3F', x'10583C913E94C06869CE0C814CE8FF7C14183189E9C7070A558FB32B740C0422350453EDC8FE789F75AF20CA9BC3CEFA4AEA620C4957926475BF11CF652763'),
(3, 1, x'99B1A502F13EBAB006D61AE97E96CB5939CE0AB8E713117C86625868902056F5', x'FE7070A264B3E1447146ED3E653A6367FE802F333C91C67AC7C7B38C3F0D9B303E32FA669831B9F8E200BC255D804E625AE6ED27D43CA89FB6047E64FC136A76F2FC21FC6F1D3155954BEDDF38'),
(3, 2, x'E2A0C1D346B30E79C796D638851FE8CF583C8405DDC48EBC8D9B7DFA8400CA16', x'7FBE0392DCE48A67DA3F496C7EF46BE761C2FD6619A2184842A99004A9D17C4F2E0B0C4B5DFFE8B453F3540DB6CCB900D2E1DD8A8EC8CC3B626013181DB24DDB779FD3D5FECAE074D085FBB32E'),
(4, 1, x'479A2CC34DD38453E4EB1865A385F969F64AB668395824A5C886409D09DF7581', x'A7D0D768E737506E53A091453C0CF5ADAE17BA7CC53E9E1BF9A0ECD20786586A161376C26350D7456BC62FCC8D42739635A0F8A66E4F92B60D7637178A7232'),
(4, 2, x'F50C370BFB0D1481E3D91C216CFD108D816C9DDD6C4C5893B761A0475E6DBD94', x'30DDA8CED920CE94914EECD47BCB344275284B5402E9796B84933CEE13423865D13D773B9CC75ED92433053D73092FC96CF3ACBA9DA7DC52F1D2DF48348C00'),
(4, 3, x'F77DA2CD53F59E70670D98F75C8751DE200B44E07380E97A8C75DF6666D82D4D', x'6B34D333F6991626E3AB4E9A10FB65AF02CE0DF838DA5F7392CA827411138898E7FD52DE03898DEFD6D1639D83A15D4E3749BBC9E787CE6A34B1DA569F11CE'),
(4, 4, x'672138F3A26B3859A592F41A9C525EE42D28ACF61BF3B13D8F6D4509D10C5F68', x'5590AD032C5A4B81F194C90327A78DF9003AE4BD726C23215D45208A7513142EAE1134CC517EA20D0C775095D2064564A649580E72C3BDA9469FC9DFAC5D64'),
(5, 1, x'14C099EAFF44AFFEEAFC44C3865074242B88197865C2BCB40522553D9D80EA03', x'FB21099D13B55AD16A3D07A3D4BFBDC50E2DCFC8F308BEA09C0F7EB5839CD5393AC7D7AF1E081FC2C461769DA113C2264D57F6B6125E624AD8106F88644B7A'),
(5, 2, x'F393003D7FDCA5D0F83E2ED44DDB6C72ABFD428449E9815337E49BF30F3E76F2', x'35F4833514F969BDD68860749B45C2F0E51DDCFDACD43BEE2D131954A53997BDB6F7001842DF7FA87FC301BF050BB2F645CF254573A06019DFD0F092BEE64F'),
(6, 1, x'988399036C7C4248DBDD630BF99262A5A0204CCF5A51CE3A5ECF94AA62A8D5CD', x'DDADC79382550F5D0359A7A12B68DCBCCE14C368659A16994D1A71DAC05963D8D12FBF17BA0BCD1EA018483EEBBB290CE9EE18B0A22E277A7C18010C8724D3'),
(7, 1, x'92CCC9C57C02217505A8CEAE1DF2A1F9412CF6B2D59AC2F84D1546AA2F816B72', x'72EF012BEB6D12E874BA7B41DEC0188141811488BE4F1060AD6D2A821F27E8A7DBB49F8152BB6B2C10F52A954551F4B1910FAD88764F8D032308E3ECF9C15268192984CE7BBD78E16CCAEB6BDE'),
(7, 2, x'25FC4F542B42FA631DA37932D90B8943974EBA6E1EEFEB155E732C90A250C614', x'E0A6284DADD69CB58341FA7E606A3835334D70380564552D07FB0BC166C4875F6FD7A6024B51A29D9C00BD6BE3F62F8E8095D4E66032C1A8DB6FED5C350E153107227DEA508E9A0239C5B1674E'),
(8, 1, x'27E831C464DD1466525BC1239328FCFC965BDDAB618E579453BF245B703EF4C8', x'A86EFD0185359F41C22CEDFB14433DCA4844EDDA440F5C655A9B89E9A7306E1A08AA7AB56A0FB51E3BEFA236A5217BFD616D6EEE8B60D6477EDF2D5FE63FEE');
