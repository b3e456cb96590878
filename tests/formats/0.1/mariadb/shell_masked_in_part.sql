-- request: 01a1fb67-1800-7582-9a1a-b23b8b73933b
-- code: 18PFMG2VKMW87CKEQ9NSAXYEZM99
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
(1, NULL, 'Main Street 1'),
(3, 3, 'High Street 3');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', NULL, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7582-9a1a-b23b8b73933b', x'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 22);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'5CBFB669A9B593B5B6E58206EFF40FD7B16474B60F24910B3331E5D6FD4C1047', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"},"undated":1},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":2,"shells":1},{"records":1},{"records":2},{"records":0},{"records":1},{"records":3},{"records":1},{"records":2},{"records":1},{"records":1},{"records":3},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"found":1,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":2}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":2}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":2}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":2}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'F99579F3F63F2CBA482E16C057CF620C64C28D92E3C807149BB51EF8F0E308A56713DCA2C3DF2C81CE69D4DDAF3410D56BBC27746BDC0123D85AF747F4105C190EA77491A62BB51DA8387E54AEDC2B8B0CCDF23FDCADAF316B363E23B50CD4BD140BFBF95137ECAFB493CAC1D02986F00818940CA95905C947156B502BEEF413F61BCAFDE485D954F604FD1C62A4821906DC104DFB5F452B6794AC7436C0B58858F12DADAD3A1B7F26D6F3BABE9D338C6DDC171D852E567E7EEEED39C416CFA88BA3F759F5FF0689F36FEF5E1E71E64C21B953D76F4F0D9CDC7990B8CCF7FAE2ACE1AEC05412CC4C4128CC19EBA1503152180DC9E4EAA2025A7EF4FD996690F6B1D74466A02A44C7C68EF6C8025326AB296EA0036EF48810B3DF16D2C8EB5A8A747F9945A30A7FCA19A7D720B4F4074BAE3A99F3F47376771AF8A57DA28C67C115C1BA1CCD8FE734A527C3C7EB7305C18C7F0C6EADFF5858CEBBC55FFFA20C58C4F96873F6D8439657DE62E2E9CBA738609427DC760956FEB270AF41E2A8D0DCB325CEF88B0040BD8EC2F298EB0F98021C23768638D2404D9079B3E4A33D12F46DE9CCC263EBE45DA0F2FC53669CA3676B73A09F19C465F7549A563D11E4597352319ED5089A4987E427113E46C9FAD8F3AB3BAF9E20362BF36069D85AD21A911386FC18B5F891B52C6775FF4BAADF93A12E36BB3520987CE9C217172FA7A2E39E850A9F812F678B13161993580EAEA3ADA5A7C9DA0D6DB942D092831CCDCD2727814AD8E65EB2B5D1E5789AE6F7E4AFA7AE1E31A0BFF64EFBD6A4676CA83D634DA7327677F3D7D32E6FC937E1B065983A189DE53C6EBE8B3DA5656EF67A94DFA5C1B41A7425850947C616');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 3),
(6, 1, x'676F6E652F636F6E7461637473', 2),
(7, 1, x'676F6E652F67726F757073', 1),
(8, 1, x'676F6E652F6D656D6265727368697073', 3),
(9, 1, x'676F6E652F74687265616473', 3),
(10, 1, x'66726565642F616464726573736573', 2),
(11, 1, x'66726565642F67726F757073', 1),
(12, 1, x'6B6570742F636F6E747261637473', 2),
(13, 1, x'6B6570742F696E766F69636573', 2),
(14, 1, x'6F74686572732F7669736974732F3132', 1),
(15, 1, x'6F74686572732F746872656164732F39', 1),
(16, 1, x'6F74686572732F746872656164732F3130', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 17;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'771F59CA84C01C003A177860F22C89968387F9D9063C58C51BE18445F043DD21', x'1B34EED0B5099DD752265C78E89F7B3F3DFFB510292EEFEF9BD097096B3FAC7AA13E10F173DB87BC2A4CA9E9BCA82C9240D9AAC0F543C03911E184E0047511'),
(1, 2, x'335FA9866142E46D1435D1E2244068BEC5803F4BB86D17E588DDD6BE91140999', x'A4CDE1078BDAA58E25D6CF2DEF26D80658D3AECF5F7323DA721D1087AAF0F9FB1605D372CB5A99D578D24DB079456C477B5E4688261E48860267F28C2D2B75'),
(1, 3, x'737F33C7D4F0B3DB5D2AE084473D823A18E838FC9D6BDE5E1AF330F0B8E264D5', x'6ED484B6F43800BBE09A8475061F4330680D83B879946F33C7C068B0F874450A257B342450860484543B9DB840ECC6FF11E5E45D996A5E83BB9555C2C5D700'),
(6, 1, x'544AC7AEC2EBF8F73B864AE4DCAF9488E7D99EE14AAFADD2E5185E963192AD48', x'35B409BEC9434A74626E964901D212C9A4F81D2F2FC9234702D239DC1E9FAB1A7C93601B6CF6140B1DC813C6189F3B5ED0BD89E3B907D833C3B09D1CDFE1C2'),
(6, 2, x'4CEE6729EB403BC201099B6B1BD88648BE9161FE56A13BD0C3921B01ED664A2B', x'A53E12CC135ED9B1AE5530350FCA3E4A780215625E8397B4401DB687EF2158EC470FB5522B514CA83171DEC5096B795A87B9033646F7659BE7D0AEE9C841E1'),
(7, 1, x'BC6D1C728B72A9D73B12EAAC445FDC9F85B2E02857F5C919AF699D48063B8A6C', x'691EF864C2A8503843791CE50F8BB2200108B425EA44940D5BE1D0E642E054C1551D85C90FC1F35BA3BAB2AF959B0AC97C75D015C072323DC7DB0519BA4693'),
(8, 1, x'1AE8005C91CB02E280628D10853C13D347C10B0409076137E45C764A62510E44', x'44EAE965E23BFE0A78CF38C869A6D629A7A4060CBDE8DE326FDCA8AD5CA1CA76737AF3DF4878F45C8BE03F87FA0654DF49D69BB1A94E0E2AF7D35F1136E83663D6DF206DFE7FCA5A149DAF43DD'),
(8, 2, x'08167F708727EB2A6A689AB4B1B186589057E2C9C7E7477B045A90E9EFF37CD7', x'1B8CE2A8B947FA880291D391C8CAC36745650DBE38158AE562910506462903B84D1AC3D76DF665083B88D21E2BB1A9E1206D8192000F2BDD832DCA84472342DE07D8A0AFFD8713F3F0C56C0A35'),
(8, 3, x'CB74213D15E166465B66357E22FAEAE7CA8D0350EC7C76B238D8EA1EB6036DB6', x'E7E4FA6F420573920A525578C251292B84B918D2DE4FAB3A187BDB8C45973CC20220324939F38D49C154D5C9EC58C5E4666504A49F336D442E767046078854DAB89A8FDAE571A8FF2405296423'),
(9, 1, x'77E0BB92C157840D5CC93FB7D076CE544FAF2085D7C5ED1D15BFBB2E205C3575', x'09F3F631F249190C6ED4B606681CB2837B5648C0C2FA3FF3D631602E635FCAB5EF7580EA0EDEFB03B4711FAB3935E070C04593B7BF868341AAE9FB353979FE'),
(9, 2, x'F10910A213D8A6CFFF83F93B110C80D0C615DDD39A88C976E9DD3836295654C4', x'637498A8EA1F8F871D33C9D6D600271A1768489DD5168ED21FCC1D254758847A009FE3DE24A1E2AAC17BBC1CA380880F0258E1C4BC8B0C44D6DE05EF2D9240'),
(9, 3, x'B0A16716A6449DFA0E78651B74D071185618505EF20AA8415481C754FAB22D84', x'133B91F09DF7D77F6A5A0ED3F6EACFD4343344EB89E4FE75E178A8FF48211911D8AADA5CE5500D8DB8C596B875C56013A00391F9847E0F208EFD4E0F8005A1'),
(10, 1, x'BBA47C2CEA5901D7F84FBBCDA7461DA11EF4552E6AB5E308E6287B0DFD224AE6', x'1019807C569E50D333506CD9A0862CFDE087B12F6677DB98A2F7083E76EB7454D839C556A251AD7CFBD9DC97655FC75BE36C56E046673AB4595C61A08C8461'),
(10, 2, x'307F70A0964DE321285BD460D7F0307A38931BB9D737BAF8F5013F0819E0B39A', x'F3D48AE0D5F185F0067DC6FEC2EEFD04E4F287A9106F0182DB8C64B87ACCE5E705C92C698272DD37E4AF670EAB5871B9B3D188D488FD8EA5DB7D65C6D8FC11'),
(11, 1, x'9B96B5C1B9BF43F451C18CAD4BD602EC33F79A04A4226DB0B5AB0CF71A0EA3A6', x'282D9F0CCE829D1722B9F84466A736DC7105804D06556DB8D269FA566696194A52EB749CB4C1BA876D077A8424AD6E292B6333B5DF0D1C40361EDA7C9E7DC2'),
(12, 1, x'064CF5907E50D33D02FDF5BAB21C684777E297BB1BC548439F0A3D8161BBEFDF', x'62BFCD813841534AE27A397B2ED6A28EF9AF32E040294FFA4E2B9CAEF1D40B3FA4072708737EE90104BA6872FAFA19E3F5FA0D0B63A72F6C645C222B992B9C2D00B5B56311320B5AD6D4BC7157D14B62814995EF4E28CA7213EB476A846862'),
(12, 2, x'FFAADD344542A04EEFD802A52A6721D42AE455DCADC8E239E19DF540CDD9A9AF', x'2428A066FAA2479264A6A1E66ABBBBC980F2E9956C1100DFEE4913DDEF8104C933A7214012ED50DFCD9651A760E69D0B0378440A191BDE97DE75113207BDCF3478323F5E732362AE3ACA'),
(13, 1, x'63D693DE7579F69C04FEABA32E0810B21A3A09BF56862ED5E5B0AF5C67729740', x'AACF41A144437EDFBB58A8603B40DB498E8915643F865C2FC2812DF5D9A42DA97B83C8A3133B62180A7D93A1CF2DE3012EB6998B623EE8FD0D15898C8D6DC381315D14E364AA5D90AEBB3F8CE12DB0DA2784F19A941A3EFBE58B8F050E3F614CBF814EF1C5FB94BE1793D222DCA958AF89736550F064F3048BFC07A3BA61EF7E3E'),
(13, 2, x'612E63455D4D99C7B935F5FAA62F9E3FCC5C267C85A36730EA48375C1CA71A85', x'48764B63BEE23AFC317CD79B14A7A8F2CE3D4699F3C6B579AC464EDDC78A8CAAD4C8555B9890D50642FE43B6B282E1ACE064344C24BC03C19E3D068A8A9448B6155A3F5047AE606E9598507AA59759F189E59C4C5EC1A435D8A6D68EB16C03394296509954A1F0CD3FC207212C2756D529012D471BED9859A155A52BBFD659359F'),
(14, 1, x'333B30228D112A5837DC12184C69AE5A434519D3DC8E295FA35F5A32EF951782', x'C4111979325B11500C1A3120D4A9460DB5CA57A98E116F0198F628C5F7D3952BE88E6D9D2A1B1CF63D7C24D81DD8F64379BB42CEA5E29D0AC675E793F13992DD2C2EA0444A33FE325F2EF2FA72E4621F5C69D46CC0'),
(15, 1, x'7C2F12AAC2097A0E857541565176571095B2EEC8F655FFA50D90345934AC606F', x'6EE938260C24E0F17C758A85A1783AD6A71A5AD02CE5B81EEBFBBCDBA9B0602C35CA93049832ED8F33B0161CAFB14EDD865F51C4A63FC432CD32139A1BE620'),
(16, 1, x'66A2350696E0DFA06DFF25AA67031B1F56D272BB16CEBC27BFEDD5BE11C084DA', x'63A4145C5A98B21AEAB89E5250D20C69362554BBA265BE7163A5890296D0077D85550D1067D6FCCA195713F74DE3964FB376D36C0038A7172C73142C3ED7C0');
