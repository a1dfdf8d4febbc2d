//! `ad`.

use serde_json::json;

use super::asking::{ask_line, pluck, unwrapped};

#[test]
fn an_ad_tells_its_terms_and_how_strongly_it_asks() {
    let report = ask_line("ad examples/ad.txt").json();
    assert_eq!(
        (&report["pay"]["low"], &report["pay"]["high"], &report["pay"]["per"]),
        (&json!(42000), &json!(48000), &json!("year"))
    );
    assert_eq!(
        (&report["contract"], &report["level"], &report["city"]),
        (&json!("permanent"), &json!("confirmed"), &json!("Nantes"))
    );
    assert_eq!(
        (&report["experience_years"], &report["remote_days"]),
        (&json!({ "low": 3, "high": 5 }), &json!(2))
    );
    let asked = |id: &str| {
        report["skills"].as_array().unwrap().iter().find(|skill| skill["id"] == id).unwrap()["asked"].clone()
    };
    assert_eq!(
        (asked("php"), asked("kubernetes"), asked("redis")),
        (json!("must"), json!("nice"), json!("mentioned"))
    );
    assert_eq!(report["missing"], json!([]));
    assert_eq!(report["fit"], json!(null));
}

#[test]
fn the_french_name_of_the_command_is_understood() {
    assert_eq!(ask_line("annonce examples/ad.txt").json()["contract"], "permanent");
}

#[test]
fn a_cv_is_held_against_an_ad() {
    let report = ask_line("ad examples/ad.txt --cv examples/cv.md").json();
    let lines = report["fit"]["lines"].as_array().unwrap();
    assert!(lines.iter().any(|line| line["answer"] == "have" && line["words"] != json!([])), "{lines:?}");
    assert!(lines.iter().any(|line| line["answer"] == "missing"), "{lines:?}");
}

#[test]
fn what_is_missing_and_odd_is_told_and_checked() {
    let bare = "Développeur back-end junior PHP\n\nProfil : 5 ans d’expérience en PHP, React obligatoire\n";
    let report = ask_line("ad -").stdin(bare).json();
    assert_eq!(pluck(&report["missing"], "about"), ["pay", "contract", "city"]);
    assert_eq!(pluck(&report["odd"], "about"), ["skills", "experience_years"]);
    let checked = ask_line("ad - --check").stdin(bare).answer();
    assert_eq!(checked.code, 3, "{}", checked.stderr);
    assert_eq!(ask_line("ad examples/ad.txt --check").answer().code, 0);
}

#[test]
fn personal_details_are_never_printed_back() {
    let ad = "Développeur PHP\nContact : Camille Exemple, camille@exemple.org, 06 00 00 00 00\n";
    let cv = "Dominique Exemple, 1 rue de la Paix. PHP";
    for format in ["json", "table", "csv"] {
        let said = ask_line(&format!("ad - --format {format}")).stdin(format!("{ad}{cv}")).answered().stdout;
        assert!(
            !said.contains("Exemple") && !said.contains("exemple.org") && !said.contains("06 00"),
            "{said}"
        );
    }
}

#[test]
fn a_pay_below_the_legal_floors_is_told_first() {
    let low = "Développeur PHP Symfony. CDI temps plein Paris. 1 500 € brut par mois";
    let report = ask_line("ad -").stdin(low).json();
    let floors = report["floors"].as_array().unwrap();
    let wage = floors.iter().find(|row| row["kind"] == "minimum-wage").unwrap();
    assert_eq!((&wage["amount"], &wage["below"]), (&json!(1867.02), &json!(true)));
    assert!(floors.iter().any(|row| row["kind"] == "syntec-etam" && row["below"] == true), "{floors:?}");
    let shown = ask_line("ad - --lang fr").stdin(low).answered().stdout;
    let (warning, terms) = (shown.find("En dessous du minimum légal"), shown.find("Rémunération"));
    assert!(warning.is_some() && warning < terms, "{shown}");
    let fair = ask_line("ad examples/ad.txt").json();
    assert!(!fair["floors"].as_array().unwrap().is_empty());
    assert!(!ask_line("ad examples/ad.txt").answered().stdout.contains("legal floor"));
    let part = "Développeur PHP. CDI temps partiel Paris. 1 500 € brut par mois";
    assert_eq!(ask_line("ad -").stdin(part).json()["floors"], json!([]));
}

#[test]
fn both_ends_of_a_range_are_shown_by_the_month() {
    let ad = "Développeur PHP. CDI Paris. 20-30 k€ brut par an";
    let report = ask_line("ad -").stdin(ad).json();
    assert!(report["offer"]["offer"]["monthly_gross_high"].as_f64() > Some(2400.0), "{report}");
    let shown = unwrapped(&ask_line("ad - --lang en").stdin(ad).answered().stdout);
    assert!(shown.contains("Gross a month €1,667–2,500"), "{shown}");
    assert!(shown.contains("The low end of the range. Below the legal floor"), "{shown}");
}

#[test]
fn short_english_terms_are_read() {
    let terms = |ad: &str| {
        let report = ask_line("ad -").stdin(ad).json();
        (report["contract"].clone(), report["remote_days"].clone())
    };
    assert_eq!(terms("Back-end developer, PHP. Permanent. Remote"), (json!("permanent"), json!(5)));
    assert_eq!(
        terms("Back-end developer, PHP\nLocation: Remote | Permanent"),
        (json!("permanent"), json!(5))
    );
    assert_eq!(terms("PHP developer. Hybrid. Remote, 2 days a week on site"), (json!(null), json!(3)));
    assert_eq!(
        terms("PHP developer. Remote possible. A permanent wish to learn"),
        (json!(null), json!(null))
    );
}

#[test]
fn what_no_share_of_skills_counts_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let cv = folder.path().join("cv.txt");
    std::fs::write(&cv, "Licence informatique. PHP, MySQL. Je n’ai jamais utilisé Kubernetes.").unwrap();
    let ad = "Développeur PHP. CDI, Paris.\nProfil : PHP exigé, Bac+5, 5 ans d’expérience minimum, anglais B2.\nUn plus : Kubernetes.";
    let line = format!("ad - --cv {}", cv.display());
    let fit = ask_line(&line).stdin(ad).json()["fit"].clone();
    assert_eq!(pluck(&fit["to_check"], "about"), ["study_level", "experience_years", "language"]);
    assert_eq!(pluck(&fit["to_check"], "met"), ["false", "null", "null"]);
    let lines = fit["lines"].as_array().unwrap();
    let denied = |id: &str| lines.iter().find(|line| line["id"] == id).unwrap()["denied"].clone();
    assert_eq!((denied("kubernetes"), denied("php")), (json!(true), json!(false)));
    let shown = unwrapped(&ask_line(&format!("{line} --lang en")).stdin(ad).answered().stdout);
    assert!(shown.contains("The CV says that it is not known."), "{shown}");
    let told = "To check yourself: a diploma of level Bac+5 (the CV: Bac+3); at least 5 years of experience; B2 English.";
    assert!(shown.contains(told), "{shown}");
}

fn read(ad: &str) -> serde_json::Value {
    ask_line("ad -").stdin(ad).json()
}

/// How strongly the ad asks for a skill; `null` if it does not name it.
fn asked(report: &serde_json::Value, id: &str) -> serde_json::Value {
    let skills = report["skills"].as_array().unwrap();
    skills.iter().find(|skill| skill["id"] == id).map_or(json!(null), |skill| skill["asked"].clone())
}

#[test]
fn a_heading_needs_no_blank_line_and_no_colon() {
    for (heading, demand) in [
        ("Profil recherché", "must"),
        ("Votre profil", "must"),
        ("Requirements", "must"),
        ("Must-have", "must"),
        ("Must-haves :", "must"),
        ("Compétences requises", "must"),
        ("What you bring", "must"),
        ("Profil souhaité", "must"),
        ("Votre profil idéal", "must"),
        ("Les plus", "nice"),
        ("Bonus", "nice"),
        ("Nice-to-haves", "nice"),
        ("Avantages", "mentioned"),
    ] {
        for text in ["- PHP\n- Git\n", "PHP et Git.\nMySQL.\n"] {
            let ad = format!("Développeur\nMissions\n- coder\n{heading}\n{text}");
            assert_eq!(asked(&read(&ad), "git"), demand, "{ad}");
        }
    }
    let told = "Développeur\nProfil recherché\n- PHP\nNotre stack technique\n- Docker\n";
    assert_eq!(asked(&read(told), "docker"), "mentioned");
}

#[test]
fn headings_that_a_page_marks_are_headings() {
    let page = "<h1>Développeur back-end</h1><p>Une équipe de 5.</p><h2>Ce que tu apportes à l’équipe</h2>\
                <ul><li>PHP</li></ul><h2>Profil recherché</h2><ul><li>Git</li></ul><h3>Les plus</h3><p>Docker</p>";
    let report = read(page);
    assert_eq!((asked(&report, "git"), asked(&report, "docker")), (json!("must"), json!("nice")));
}

#[test]
fn a_sentence_about_the_reader_asks_wherever_it_stands() {
    for line in ["You are a good communicator", "Vous êtes à l’aise en communication"] {
        let report =
            read(&format!("Backend developer\n\nSkills: PHP, Symfony\n{line}\nWe offer remote work\n"));
        assert_eq!(asked(&report, "communication"), "must", "{line}");
    }
    let report = read("Backend developer\n\nSkills: PHP\nA team with good communication\n");
    assert_eq!(asked(&report, "communication"), "mentioned");
}

#[test]
fn a_role_is_no_diploma() {
    for ad in [
        "Développeur Java H/F\n\nNotre équipe : un Scrum Master, un PO et 4 devs.",
        "PHP developer\nYou merge into the master branch, we have a master data team.",
        "Développeur PHP\nUn webmaster, deux scrum masters.",
    ] {
        assert_eq!(read(ad)["study_level"], json!(null), "{ad}");
    }
    assert_eq!(read("Développeur Java\nTitulaire d’un master en informatique.")["study_level"], "bac+5");
}

#[test]
fn a_contract_that_is_refused_is_not_offered() {
    for (ad, contract) in [
        ("Développeur PHP\nPas de stage ni d’alternance : CDI.", "permanent"),
        ("Développeur PHP\nNi stage, ni alternance, ni freelance. CDI", "permanent"),
        ("PHP developer\nNo freelance or internship, permanent contract.", "permanent"),
        ("Développeur PHP\nContrat pro de 12 mois", "apprenticeship"),
        ("PHP developer\nFull time, open-ended contract", "permanent"),
        ("PHP developer\nIndefinite contract", "permanent"),
    ] {
        assert_eq!(read(ad)["contract"], contract, "{ad}");
    }
}

#[test]
fn the_level_of_somebody_else_is_not_asked() {
    for ad in [
        "Développeur PHP\nVous serez épaulé par un développeur senior.",
        "PHP developer\nYou will report to a senior engineer.",
        "Développeur PHP\nL’équipe : deux développeurs, un développeur senior et un PO.",
        "PHP developer\nYou will work with our senior developers and a senior developer of the data team.",
    ] {
        assert_eq!(read(ad)["level"], json!(null), "{ad}");
    }
    for (ad, level) in [
        ("Développeur PHP\nNous recherchons un développeur senior.", "senior"),
        ("PHP\nWe are looking for a senior engineer to join us.", "senior"),
        ("Mid/Senior Backend Engineer", "confirmed"),
        ("Mid Backend Engineer", "confirmed"),
        ("Seniority: mid", "confirmed"),
        ("Back-end developer, mid to senior", "confirmed"),
    ] {
        assert_eq!(read(ad)["level"], level, "{ad}");
    }
}

#[test]
fn years_are_read_in_every_unit_and_only_if_they_are_required() {
    for (said, low, high) in [
        ("Niveau : confirmé (3-6 ans d’XP)", json!(3), json!(6)),
        ("5 ans d’xp", json!(5), json!(null)),
        ("3+ yoe", json!(3), json!(null)),
        ("Une expérience de 36 mois", json!(3), json!(null)),
        ("18 mois d’expérience", json!(1), json!(null)),
        ("Expérience souhaitée : 24 mois", json!(2), json!(null)),
        ("5 yrs exp", json!(5), json!(null)),
        ("Au moins 3 ans d’expérience, Go est un plus", json!(3), json!(null)),
        ("24 months of experience", json!(2), json!(null)),
        ("Expérience : min. 4 ans", json!(4), json!(null)),
    ] {
        let years = &read(&format!("Développeur PHP\n{said}"))["experience_years"];
        assert_eq!((&years["low"], &years["high"]), (&low, &high), "{said}");
    }
    for said in [
        "Débutant accepté, une première expérience d’un an est un plus",
        "CDD de 18 mois, expérience en PHP",
        "A bonus: 3 years of experience with Go",
    ] {
        assert_eq!(read(&format!("Développeur PHP\n{said}"))["experience_years"], json!(null), "{said}");
    }
    let shown =
        ask_line("ad - --lang fr").stdin("Développeur PHP\nUn an d’expérience minimum").answered().stdout;
    assert!(shown.contains("au moins 1 an") && !shown.contains("1 ans"), "{shown}");
}

#[test]
fn days_away_from_the_office_are_read_behind_shortened_words() {
    for (said, days) in [
        ("Télétravail : max. 2 jours/semaine", json!(2)),
        ("Télétravail (env. 3 j. par semaine)", json!(3)),
        ("Poste non ouvert au télétravail", json!(0)),
        ("Le télétravail n’est pas possible.", json!(0)),
        ("This position is not eligible for remote work.", json!(0)),
    ] {
        assert_eq!(read(&format!("Développeur PHP\n{said}"))["remote_days"], days, "{said}");
    }
}

#[test]
fn the_town_of_the_work_is_told_from_that_of_the_company() {
    for (said, town) in [
        ("Le poste est basé au Havre (76)", "Le Havre"),
        ("Vous travaillerez au Mans.", "Le Mans"),
        ("Poste basé aux Ulis (91)", "Les Ulis"),
        ("Entreprise basée à Paris, poste à Lille", "Lille"),
        ("Le siège est à Paris, le poste est basé à Brest.", "Brest"),
        ("Headquarters in Paris, the job is in Lille", "Lille"),
    ] {
        assert_eq!(read(&format!("Développeur PHP\n{said}"))["city"], town, "{said}");
    }
}

#[test]
fn pay_is_read_as_people_write_it() {
    for (said, low, high) in [
        ("Salaire : k€ 40-45", 40_000, 45_000),
        ("Salaire 45-50.000 €", 45_000, 50_000),
        ("40~45K€", 40_000, 45_000),
        ("Salaire : 40 -> 45 k€", 40_000, 45_000),
    ] {
        let pay = read(&format!("Développeur PHP\n{said}"))["pay"].clone();
        assert_eq!((&pay["low"], &pay["high"]), (&json!(low), &json!(high)), "{said}: {pay}");
    }
    for said in
        ["Voiture 400 € / mois", "Forfait internet de 450 € par mois", "Téléphone et vélo : 500 € par mois"]
    {
        assert_eq!(read(&format!("Développeur PHP\nCDI Paris\n{said}"))["pay"], json!(null), "{said}");
    }
}

/// What is compared: the gross pay of a year, and its high end.
fn compared(report: &serde_json::Value) -> (serde_json::Value, serde_json::Value) {
    let offer = &report["offer"]["offer"];
    (offer["annual_gross"].clone(), offer["annual_gross_high"].clone())
}

#[test]
fn hourly_pay_is_no_missing_pay_and_is_compared_at_full_time() {
    let ad = "Intérim - Développeur Python\nClermont-Ferrand\nTaux horaire : 22 € brut / h";
    let report = read(ad);
    assert_eq!((&report["pay"], &report["missing"]), (&json!(null), &json!([])));
    assert_eq!((&report["other_pay"]["low"], &report["other_pay"]["hourly"]), (&json!(22.0), &json!(true)));
    assert_eq!(compared(&report).0, 40_040);
    assert_eq!(ask_line("ad - --check").stdin(ad).answer().code, 0);
    let shown = unwrapped(&ask_line("ad - --lang fr").stdin(ad).answered().stdout);
    assert!(shown.contains("22 € brut par heure") && shown.contains("35 heures par semaine"), "{shown}");
}

#[test]
fn pay_in_another_currency_is_told_and_compared_with_nothing() {
    for (said, currency) in [("Salary: $90,000", "usd"), ("£50,000 a year", "gbp"), ("80k CHF", "chf")] {
        let report = read(&format!("Back-end developer, permanent contract, Paris\n{said}"));
        assert_eq!(
            (&report["pay"], &report["offer"], &report["missing"]),
            (&json!(null), &json!(null), &json!([]))
        );
        assert_eq!(report["other_pay"]["currency"], currency, "{said}");
    }
}

#[test]
fn net_pay_is_compared_as_the_gross_pay_that_it_takes() {
    let ad = "Développeur Node.js\nCDI Strasbourg\nRémunération : 2 600 € nets / mois";
    let report = read(ad);
    let gross = compared(&report).0.as_f64().unwrap();
    assert!((38_000.0..42_000.0).contains(&gross), "{gross}");
    assert!(report["offer"]["offer"]["monthly_net_before_tax"] == 2600, "{report}");
    assert!(!report["floors"].as_array().unwrap().is_empty());
    let shown = unwrapped(&ask_line("ad - --lang fr").stdin(ad).answered().stdout);
    assert!(shown.contains("L’annonce donne un net"), "{shown}");
}

#[test]
fn a_monthly_pay_counts_as_often_as_it_is_paid() {
    for (said, low, high) in [
        ("3 200 € à 3 900 € brut mensuel sur 13 mois", 41_600, json!(50_700)),
        ("2 800 € x 13", 36_400, json!(null)),
        ("2 800 € brut par mois + 13e mois", 36_400, json!(null)),
        ("2 800 € brut par mois", 33_600, json!(null)),
        ("2 800 € brut sur 13,5 mois", 37_800, json!(null)),
        ("45 000 € brut sur 13 mois", 45_000, json!(null)),
    ] {
        let report = read(&format!("Développeur PHP\nCDI Paris\nRémunération : {said}"));
        assert_eq!(compared(&report), (json!(low), high), "{said}");
    }
    let ad = "Développeur PHP\nCDI Paris\nRémunération : 3 200 € brut mensuel sur 13 mois";
    assert!(ask_line("ad - --lang fr").stdin(ad).answered().stdout.contains("sur 13 mois"));
}

#[test]
fn a_bound_stays_a_bound() {
    for (said, fr, en) in [
        ("Salaire : jusqu’à 50 k€", "jusqu’à 50 000 € par an", "up to €50,000 a year"),
        ("Salaire : 45 k€ minimum", "à partir de 45 000 € par an", "from €45,000 a year"),
        ("Salary: from €45k", "à partir de 45 000 € par an", "from €45,000 a year"),
    ] {
        let ad = format!("PHP\nCDI Paris\n{said}");
        let pay = read(&ad)["pay"].clone();
        assert_eq!(pay["low"], pay["high"], "{pay}");
        for (lang, words) in [("fr", fr), ("en", en)] {
            let shown = unwrapped(&ask_line(&format!("ad - --lang {lang}")).stdin(&ad).answered().stdout);
            assert!(shown.contains(words), "{shown}");
        }
    }
}

#[test]
fn the_legal_floors_stand_beside_every_gross_pay() {
    let shown = ask_line("ad examples/ad.txt --lang fr").answered().stdout;
    assert!(shown.contains("Minimum légal") && shown.contains("Smic"), "{shown}");
}

#[test]
fn interns_and_apprentices_have_floors_of_their_own() {
    for (ad, kind) in [
        ("Stage back-end Java, Lille, 400 € par mois, 6 mois", "intern"),
        ("Alternance - Développeur Python\nRennes\n600 € par mois", "apprentice"),
    ] {
        let report = read(ad);
        let floors = report["floors"].as_array().unwrap();
        assert!(floors.iter().any(|row| row["kind"] == kind && row["below"] == true), "{ad}: {floors:?}");
        assert_eq!(report["offer"], json!(null), "{ad}");
        let shown = ask_line("ad - --lang fr").stdin(ad).answered().stdout;
        assert!(shown.contains("En dessous du minimum"), "{shown}");
    }
    let fair = read("Stage back-end Java, Lille, 1 100 € par mois, 6 mois");
    assert_eq!(pluck(&fair["floors"], "below"), ["false"]);
}

#[test]
fn rows_for_machines_carry_the_terms_and_what_the_cv_answers() {
    let table = ask_line("ad examples/ad.txt --cv examples/cv.md --format csv").answered().stdout;
    let head = table.lines().next().unwrap();
    for column in ["answer", "cv_words", "pay_low", "pay_high", "pay_per", "contract", "level", "city"] {
        assert!(head.split(',').any(|name| name == column), "{column}: {head}");
    }
    assert!(table.contains("have") && table.contains("missing") && table.contains("permanent"), "{table}");
}
