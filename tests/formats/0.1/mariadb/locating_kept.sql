-- request: 01a1fb67-1800-74e3-b774-024773246b6c
-- code: 6JBYGNVR8Y9TA9X889SZJ7KGK66S
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
(1, '01a1fb67-1800-74e3-b774-024773246b6c', x'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795219200000, 1795220100000, 4);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'F0B2CF34B6A61987B6B0D530FFCD0F818E946468E4B5DF47DCF2FD615AD355B0', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'44028BC3326C5DF853D9CD53E46FD9103DFF6F31C7B8CD6831AAE844E5D9D85141D7A38460FD895A103087AD8D094325DE9A3E1D8C4C9D88133D38A072989D5CA557DDEFB338C1B8EE7F0F55EA2B81BE5C2EBD8E71887A7BC055FF244FF34E5BFAD2EF89256A64D546CC4E014AD6E7AA384AF90A3276A42AB6B807F8C488474D1A79D19568FBCB8BFE1EC8794D1CD577858342167745D6BA20A002ED5F1B878E6ECF83BE9583E3BA01335443CD9355C62AA96CCF7DDE0D7209D01E711F49A8938422F371C070562C46626EBF343E43F5043F9F76B4A1906DFCC13EEC46A4CD210BDE7BBE5465B9BAABB5C4123E9886270508659A11ADDDD88EEA6F8A46024D0B66EF344782954531858EE65B4AB3ED13B96DF88ED13F1AB0B7DFFA84F8C10D5B8549FED024B888DFEEFBB4E5C3ED9CBCE99E837E4F85E7953658079C66AEB55DFD8FAF2886A8B1824729CD511A392E9EDB2724A5141CF85753B95528C078840FA9071F8A68C5BCD300FE49FA707FF6CD262A2C6563033B6FBEC7031598E1D903F4AC8C');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 2),
(6, 1, x'676F6E652F636F6E7461637473', 1),
(7, 1, x'676F6E652F6D656D6265727368697073', 2),
(8, 1, x'676F6E652F74687265616473', 3),
(9, 1, x'66726565642F616464726573736573', 1),
(10, 1, x'6B6570742F636F6E747261637473', 1),
(11, 1, x'6B6570742F696E766F69636573', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 12;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'69E66CA208A2C4E95F7227E5B91671136843741A9879220880A18AB9B472FF0A', x'1F934D4C9BEBDA917100807A67A9DE613F3CB67CA3059F4AD85D6E340ADFFF37357382629654BB3C39A8888F0B5C5AE94C0DF0DCB6C641AC528DA013B78C34'),
(1, 2, x'FF86E6752999DEC2B42BB3F3A3330DA275BD0130D9067BFA8AB26C58819E24EE', x'5AF34E2D185D8CBAD3E10CAC6E95DA03E68E2707EE29484EADEDDBE87FA17D4292B4F4A83053AB6D2F55203C8DDF08DF0741FE86FE23F7DA7C20CD2A90C1DE'),
(6, 1, x'F5AF79601B33AFCB0ADAE1BDDEC106C835FCD6C440AB6D85BF061737F9165141', x'1CE0938DB3B2914B62F55819C44681A96F2DA5CCEC1A7A2C35A12599F7B14DE76105A71F9E0A4B14FC5185EA62851E97646C097363E369C5DF24768AC59BD3'),
(7, 1, x'CAB785C10AF1E486BADAAD9B72AA8DFBD883F5C1CA5A94A127245D369D7AA53C', x'BF0EB3362AFBF48A30662A2CD346C4D9982D8BF594905435918F0B86D6F5737DECF13BED376F37B60FBE22D101217D5023A819BF3A356C44D43ADAFA85AB7E2668AE9F9660DA707B459DC4BBD1'),
(7, 2, x'D848170B0A6C32A58FB71397378061B396DB64FAEEE54FF1C4C5DFA51F97ACED', x'3796BE851F9F6FE83598CDBE243ED9067FCD5A367F6C9DFF9BBB8A3F4CA63C6103418D19AF24A2AB89EB568918E2DDF292FD599A497F73D2BAE7ADCA37F35AD7967DB153AD9C7A06B72C53B5CA'),
(8, 1, x'66406546F4B7978C62DC015F50E64B1E03FF5BEE13F60D38CE7FC5C3B2BA9EF0', x'FA5F9F0A98723C238E02CCEAFA15555E4AC1974CD2924DD149873631BACAD98929B406D23E28C187CB3A8A7DFA7DEC5D9258E0E0F6F387E2079D80E4E86C42'),
(8, 2, x'791B730F37B885F2017CE94F03F0EC41E1FB45235F9287EF187DB9A4DF56507C', x'6F185E9CF557B274AE5C9CDA3CD8B771A945F29B01E11D7458996FE27D63506F49778567D1C6F0C22A6FEBC8656480F7811564338E128FC7A807D9C4B5AE37'),
(8, 3, x'3D47BC221ED43E42A73E3EA3FC0EDB57D9510A988D7E9DA1FE3D83CD404EC527', x'8130E65B6E0137997E9AC72B81B52C988149C00196F61534400E8360DA9D821CB3DB6F4E6EAF8A92D98CF9BA74BD144F284D821BE9FECFCE9FE0FC36BDF211'),
(9, 1, x'FC2F9BD5C62EE77E7D33E967EEDA7850569E46648911E45523212FFDA2225B1A', x'D3D7D3297D21C5677A9EB84FD6D741AE20208E3C2314A1B59CCEAF0E4ED8BED5FCE541621427AC2CC35E797563D575F418EDB0A3DF86BFB5CA531510590DEF'),
(10, 1, x'11079F9F2C3200928FCE6623EC24F9E0DE999E174EFCDF424E4E378945C8601A', x'9F1DB215E24382BBA07740D2B74222CD266D27F23AC6F481580BF59A069A2FD77EB762C24360E8DBCE7A9C7A44B3E92801A0649A9D31F40510342E235FBC824293152C0756C8A8B3DA2256006D35E217BD7A7C53C95716E216E766DAE19D50'),
(11, 1, x'B061A9065746AC60C917877D619993F7621DABC0D8AE947A4F95809A1FDF0497', x'7D4558B8835676222747E5106A9C82BA9C5304C8AD883569E7F2A210DE1EF87AB30E963B9CAB47C69248E286BDBEC3F8740911A09594D67BCAA23043E46C135C25694B3CC7F98194E0E94FF780925C348B20EA9CE643C919EB02760EA28445295B1BD564F59E7572DB50C295A34B5EE0082E2DE3995276D21283130A2FB4D719C0');
