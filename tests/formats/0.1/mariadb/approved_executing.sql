-- request: 01a1fb67-1800-7831-a2a3-0a20495794a3
-- code: 22CNCT9PTGK426F71PK1BDE50177
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
(1, NULL, 2, NULL, 'to Ben'),
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben\'s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi\'s own'),
(8, NULL, 3, NULL, 'to Chi'),
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
(1, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7831-a2a3-0a20495794a3', x'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795220100000, 1795220100000, 32);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'1BA20D6C0BD34E62B55EEBD808C868AAE1D51F9B33D2A17F721146FDC3D20018', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_approval"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"approved","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119"}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":3}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'1FFCC3ECB0F7A3E5BFA66090273C1DD95789426EE7F3E092154F0B548026EEFA6DB8809AD237D4D8C74AC7335BFDC6F2CB83AE71B9F5B4837D7AC03A984AA0BBBC8B5009408FF8F1C6BD7B1EC0D7F4F61560A85798BFAF0B434A880F1DC07BA1CA30F70CE2798919958558AD15E7B6ADF2389120F4B43444E79A199E09726F17C7FCE211D59790C0880EBA9BB6C93BE9D4B8D92254CDABF33837B595EF5031E5011069ADCB0C438157F588B449367951C03D3458B9154C29E7C805C050734C74DCA5D855E7DF67C7D3824513BBD740E3A9F2A2AFA7326E0A4D531AE9B36CA79B542B3C0097BAEEB3C1B41F70D73ADF46BE3DFCB998180CDAD94B09BDD4A8B84EEB2C1683B0F0880A1152436F87451A8FFF2ECBC164470B17A8CA03E152606C7691FF65B994AED77E0633570AAB858EAEA2682C878756B092D009E3F10BDCABED0A958938E74DD9DC8E7A9F11E4BD6B6D6CF88363AC3BF41A460312610967AED2004268B12266874A97262491C62A301FE5704B25F633CA955670ACE2E6DD5F0872A79F');
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
(1, 1, x'DAC77CA23003D98F91E39DA1009D3FC8FBE3F4DB0182093759FCFF16A90EAA66', x'635D0F9671C603709637D07DD6F7184FA13F19C19D32D73E76C0185FCB51F070F5550EA0D7D5B739AA5CFCA968077FA91F47BBA508718784F628970B318A13'),
(1, 2, x'7D32CDD9BF36503E975220BC2F5990B8D548BEDF3D14BAD8CA3EC5299FC3C2C4', x'F9477CFA047CE01B5B8A7DA2B23410882FAB16B4F043F4053ECE7C8250C45B9FBD41B4B2E7DB5DB19610353332B1ED8180FDDF1AFF6019AA21CE9190D8CAF7'),
(6, 1, x'3A042EE53A18A0886931C363B16CA87FD4B568EF52A33E7F66E4531F6A7A5C2C', x'8B74C5114D4E4FB66BD5248E94D717EB3AEA53F520757F616E09A5292FD500DAF8712F0A9F4D53B3FE76176A34F22B578631569A42CD7C786C514C2D1964F6'),
(7, 1, x'BC9EA432717C8EE493CA1564EDB27A0AB14DD6B0B3D8FD9EB68D2929DA4971C1', x'AF1FD4754EFC7581CBE65F53D23F425B134EE2FA8E11C4814EE42FEDF948E50D6412211CDAA8A7CFB9A67DAEFD78D33E978197FE9FF75A18BBFEF3784643A837DF9C8893A1D30FB9C631F70746'),
(7, 2, x'C11D5900BD7B9EED0DF3390613A51CE95E46165BA8862EEF6F49F8562D93EE65', x'4C1C325D42272292DBF17375E4B97088A220DF13BA8F4962047253D1C1731ABCFF04C6EAA7A87AD6F1D2BFF3A634DBE18920E95DFC0960A32D0FC876B995EC6FBFF37CA604028584A82EABF735'),
(8, 1, x'CAC46D60C68D58CDDAE74225A8FB83FD618D2E66433059838ABF9A0E3D5C66C2', x'0099CABDDC75302B830B19751321D31E7F2C7563D61B0D76E5A19D7F587E4F1F31D3B36EB2CE0D67F17E72846DF9ED4FB51CA0A17F65B557729859C508D413'),
(8, 2, x'A5859547D3B57B4CB76582230DD85214D0C6EAB8E791A50590473C0098852855', x'6E3A3C9A5D27E56D091174DE4A09448350B72806A62994D5E9046584B6C5FFCEE092B096660AD292213BD53E3E29E2935B9A23343F64759518E59DB1E302B5'),
(8, 3, x'17B5ADD2E65455D498323A8B843B152E1265522ED77250C9C5C0CF8E51772F60', x'C920264BD9E196E5D82DB939ACBDAEF0A4C977D48F28A9F4E838C844B366DEF4A7A51392B3A77A0F41286459AF9D0901C6AA6B5FA7C95EAD178A17738C07A6'),
(9, 1, x'AD053D94F2F79A2F6781AAEF7A6E63D387C0A344760748720FBB461CE5BD9117', x'7DF235ED5C719A3F405ED35CF7F0B6C918376DA4623D0BE6EADB22482A378A87E595C5D0C63682286D86623883F204CC4DBA63C83A09BDD283D69FAEC52E36'),
(10, 1, x'9505A8C92E95ABAB17F7643F688703E1D69A93A9B0102FC3A9CCBC36BBF61AB1', x'6522697D6538E16AEEEF10D5E28DF85B09AF8F871CE9B1F1D4620FEDE253E71576B516139DA0323EBD4050F2816630D8B25224C256D7A62B6F292669BA50FF564986BBB8A7395F77DD818771AF311650D1671D1BF4722E689265B557A6CF5C'),
(11, 1, x'8D3E635FDBB6E55A0D5C163B0736A4F01171AC8CA234BD99BEB06EC3AF150152', x'38B3178043F52286679F667B031FE7CD7703FF0E4B1B5A35D3419D1DD13134A3FF5CB5683D38CC5734B8FACB70FF414316CD07AF74F1615DA0F169BD1CC4BD7D62067798AD35CE6BC42EFFBD4333FEBA60CEF6CDD830E2A0FADC781147799365F6B731AE262137E4D91540F5A812A8CA25A4D6228F78ED45A66D529F5CDC0DEE89'),
(12, 1, x'5E8704DA56C4C04E6C0C6457CD7BCF633FB496389B4B17EDD56DC33D77C0EFC3', x'D98D3DF2DF516B1A4C17895D6DE15224EB2161AFE1CE76E61EA485982945D1524FAB990744C5DD5C17B4EB409B3ED4D712E4159313FEE20D99B0887ECB8C39001E5A50A528E441C74A438D8C30D4D11D17E03B66B4'),
(13, 1, x'83D27DEB461AD02559DF8ADE62B551997AB4D891AB00D43DF44521758D53C077', x'AF70BF02D3642C3B13949EB15E9A6A64E942861D1A13FE9561ADF580FF980F1798ACEF026A5C4B9590575E33D14E62A33E864347A2858DA136F74E0793609D');
