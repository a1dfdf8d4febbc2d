//! What matching promises, sentence by sentence.

#![allow(clippy::unwrap_used, reason = "a step that fails fails the test")]

use std::sync::LazyLock;

use backend_career::dataset::Dataset;
use backend_career::model::skill::Skill;
use backend_career::reader::matching::{Attitude, Matcher};

static SKILLS: LazyLock<Vec<Skill>> = LazyLock::new(|| Dataset::embedded().skills().unwrap().skills.clone());
static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(&SKILLS.iter().collect::<Vec<_>>()).unwrap());

/// The ids that a text names, each with a sign for what it says: nothing for had, `~` for learning, `-` for absent.
fn found(text: &str) -> String {
    let attitudes = MATCHER.find(text).attitudes();
    let mut ids: Vec<String> = attitudes
        .into_iter()
        .map(|(at, attitude)| {
            let sign = match attitude {
                Attitude::Have => "",
                Attitude::Learning => "~",
                Attitude::Absent => "-",
            };
            format!("{sign}{}", SKILLS[at].id)
        })
        .collect();
    ids.sort_by(|a, b| a.trim_start_matches(['~', '-']).cmp(b.trim_start_matches(['~', '-'])));
    ids.join(" ")
}

#[test]
fn joined_dotted_versioned_and_misspelt_names_are_known() {
    for (text, ids) in [
        ("React.js, SQLServer, SpringBoot, JavaEE", "j2ee react spring-boot sql-server"),
        ("PHP+MySQL #PHP", "mysql php"),
        ("PostgresSQL", "postgresql"),
        ("PHP8.2, java 17, Symfony 6/7", "java php symfony"),
        ("C#, C++, C, F#, .NET 8, R", "c cpp csharp dotnet r"),
        ("VB.NET, example.net, jane@php.net, next.js", "dotnet"),
        ("Go/Rust, Node, express", "express go node-js rust"),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn a_slip_in_a_long_name_of_a_product_is_forgiven() {
    for (text, ids) in [
        ("Kubernettes, Postgress, Javascipt", "javascript kubernetes postgresql"),
        ("Outils : Git, Phyton, Symfoni, Laravell", "git laravel python symfony"),
        ("Recherche avec ElasticSeach, PHP", "elasticsearch php"),
        ("Je n’ai jamais utilisé Kubernettes", "-kubernetes"),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
    for text in [
        "Talents, Silicon Valley, Magenta, Dockery",
        "Kevin Dockery, Lyon",
        "Nous devons, submersion, bachelors, contes, postures",
        "securise, architectes, containeurs",
        "http://phyton.example, symfoni@example.net",
    ] {
        assert_eq!(found(text), "", "{text}");
        assert_eq!(found(&format!("{text}. PHP, MySQL")), "mysql php", "{text}");
    }
}

#[test]
fn names_in_lower_case_speak_for_each_other_in_a_list() {
    assert_eq!(found("node, express, react"), "express node-js react");
    assert_eq!(found("stack: node, express"), "express node-js");
    assert_eq!(found("livraison express, react calmly"), "");
}

#[test]
fn two_kinds_of_tests_share_their_noun() {
    for text in [
        "tests unitaires & d’intégration",
        "tests unitaires et d’intégration",
        "unit and integration tests",
        "tests unitaires, d’intégration",
    ] {
        assert_eq!(found(text), "integration-testing unit-testing", "{text}");
    }
    assert_eq!(
        found("unit, integration and e2e tests"),
        "end-to-end-testing integration-testing unit-testing"
    );
}

#[test]
fn the_longest_name_wins() {
    assert_eq!(found("Azure DevOps"), "azure-devops");
    assert_eq!(found("Azure Dev Ops, Azure Dev-Ops"), "azure-devops");
    assert_eq!(found("sauvegardes des bases"), "backups");
    assert_eq!(found("Amazon Web Services"), "aws");
    assert_eq!(found("Apache Kafka"), "kafka");
    assert_eq!(found("JavaScript"), "javascript");
}

#[test]
fn ordinary_words_need_their_context() {
    for text in [
        "numéro de sécurité sociale",
        "agence de communication",
        "Spring 2021: moved to Lille",
        "flexible hours",
        "32 Go de RAM, 500 Go",
        "the rest of the team, rest assured",
        "vitamine C, escalier C, anglophile",
        "en vue de progresser, un point de vue",
        "I react calmly and express needs",
        "R&D, bâtiment R",
        "à la confluence de deux métiers",
        "quelques notions de solfège",
        "a solid and safe place, in a nutshell",
        "le tri des conteneurs maritimes",
        "ruby et pierres, la Scala de Milan",
        "MongoLand, argot, JavaBeans, error",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
    assert_eq!(found("services écrits en Go"), "go");
    assert_eq!(found("Senior Backend Engineer (Go)"), "go");
    assert_eq!(found("R pour les statistiques, SQL"), "r sql");
}

/// A spelling with another meaning in a part of life, both alone and in a list of technical names.
#[test]
fn a_word_of_another_part_of_life_beside_a_name_means_something_else() {
    for text in [
        "Paul Jenkins",
        "Jenkins (my name is Paul Jenkins)",
        "Franz Kafka",
        "Permis B et C",
        "driving licence B, C",
        "Driver’s licence: B, C",
        "Express delivery",
        "Express train",
        "Audi S3",
        "S3 Audi",
        "Helm of the ship",
        "Copilot d’un Airbus",
        "Assurance agile",
        "Swift payment network",
        "Rigueur budgétaire",
        "listening to music",
        "Composer of music",
        "Django Reinhardt",
        "Ansible novels",
        "Oracle de Delphes",
        "Cypress trees",
        "Cypress Hill",
        "Selenium supplements",
        "Locust plague",
        "Vue mer",
        "Cucumber salad",
        "Flask of water",
        "Yarn knitting",
        "Spring cleaning",
        "Nest thermostat",
        "agile body",
        "Teams sports",
        "monitoring cardiaque",
        "coaching sportif",
        "Doctrine chrétienne",
        "encadrement d’enfants",
        "Autonomie batterie",
        "Monty Python",
        "Angular momentum",
        "Shell gas station",
    ] {
        assert_eq!(found(text), "", "{text}");
        assert_eq!(found(&format!("PHP, MySQL, {text}")), "mysql php", "{text}");
    }
}

#[test]
fn the_same_spellings_name_their_skill_in_their_own_trade() {
    for (text, ids) in [
        ("Mise en place de Jenkins.", "jenkins"),
        ("C, C++, Rust", "c cpp rust"),
        ("pilotes en C", "c"),
        ("driver C, firmware", "c"),
        ("langage C (licence MIT)", "c"),
        ("We ship Express services, Node.js", "express node-js"),
        ("API REST avec Express et MongoDB", "express mongodb rest"),
        ("Stockage S3, AWS Lambda", "aws serverless"),
        ("Helm charts, Kubernetes", "helm kubernetes"),
        ("équipe agile", "scrum"),
        ("Backend in Swift with Vapor", "swift"),
        ("Rigueur, écoute, autonomie", "autonomy listening rigour"),
        ("Doctrine ORM, Symfony", "doctrine symfony"),
        ("API en Django", "api django"),
        ("Administrateur Ansible", "ansible"),
        ("tests Cypress et Selenium", "end-to-end-testing"),
        ("load tests with Locust", "load-testing"),
        ("tests BDD (Cucumber, Gherkin)", "bdd"),
        ("Composants Vue côté client", "vue"),
        ("Développeur Java Spring - Île-de-France", "java spring"),
        ("framework Spring maison", "spring"),
        ("Azure Data Lake", "azure"),
        ("scripts Bash", "bash"),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn negation_and_learning_are_told_apart() {
    for (text, ids) in [
        ("Je n’ai pas encore touché à Java ni à Spring Boot.", "-java -spring-boot"),
        ("learning AWS", "~aws"),
        ("Pas de PHP, mais du Python", "-php python"),
        ("No Java here. Python.", "-java python"),
        ("Je n’ai pas seulement fait du PHP", "php"),
        ("Moved to Kubernetes without downtime", "kubernetes"),
        ("En cours d’apprentissage : Kotlin, Rust", "~kotlin ~rust"),
        ("Terraform (en cours), Docker", "docker ~terraform"),
        ("Notions de C#, bases de Docker", "csharp docker"),
        ("Machine learning, Python", "machine-learning python"),
        ("PHP. Je n’ai jamais utilisé Java, mais je maîtrise Docker", "docker -java php"),
        ("Je n’ai jamais fait de PHP mais je connais Java", "java -php"),
        ("I don’t know PHP but I know Java", "java -php"),
        ("Pas d’expérience de PHP, en revanche Java", "java -php"),
        ("Début 2020 : attribut PHP", "php"),
        ("PHP, que je n’ai jamais utilisé", "-php"),
        ("Je débute en Laravel", "~laravel"),
        ("Beginner in Rust", "rust"),
        ("Débutant en Python, autonome en PHP", "php python"),
        ("Rust (beginner), PHP - débutant, Java - confirmé", "java php rust"),
        ("Compétences : React (débutant), PHP (confirmé)", "php react"),
        ("Souhaite se former à Azure et à Docker", "~azure ~docker"),
        ("I am learning Docker and also Terraform", "~docker ~terraform"),
        ("J’apprends Docker ainsi que Kubernetes, et je maîtrise PHP", "~docker ~kubernetes php"),
        ("I’d love to work with Scala", "~scala"),
        ("Formation Docker prévue en 2026", "~docker"),
        ("Formation Kubernetes planifiée", "~kubernetes"),
        ("Certification AWS en préparation", "~aws"),
        ("Je prépare la certification AWS", "~aws"),
        ("Preparing for the AWS certification", "~aws"),
        ("Currently picking up Rust", "~rust"),
        ("Veut apprendre Go", "~go"),
        ("J’apprends Rust.", "~rust"),
        ("Aimerait travailler en Scala", "~scala"),
        ("Je me forme actuellement à Rust", "~rust"),
        ("Would love to try Rust", "~rust"),
        ("Docker (en apprentissage), PHP", "~docker php"),
        ("AWS certification planned for 2026", "~aws"),
        ("Certification Kubernetes (CKA) à venir", "~kubernetes"),
        ("Objectif : passer la certification AWS", "~aws"),
        ("Certification AWS (2023), PHP", "aws php"),
        ("Keen to learn Terraform", "~terraform"),
        ("Développeur PHP débutant", "php"),
        ("anglais : aucun", "-english"),
        ("Langues : anglais (aucun), PHP : aucun problème", "-english php"),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn a_quality_is_what_somebody_has() {
    assert_eq!(found("Autonome, rigoureux et curieux"), "autonomy curiosity rigour");
    assert_eq!(found("Vous êtes organisé et vous aimez Git"), "git organisation");
    assert_eq!(found("organisation des plannings, communication de crise, responsive design"), "");
    assert_eq!(found("Organisation : 100 % télétravail possible"), "");
    assert_eq!(found("Organisation : hybride, PHP"), "php");
    assert_eq!(found("Tu as envie d’apprendre Kubernetes"), "~kubernetes");
    assert_eq!(found("Curieux, envie d’apprendre"), "curiosity");
}

#[test]
fn the_time_grows_with_the_length_whatever_is_repeated() {
    let dataset = Dataset::embedded();
    let skills: Vec<&Skill> = dataset.skills().unwrap().skills.iter().collect();
    let matcher = Matcher::new(&skills).unwrap();
    let begun = std::time::Instant::now();
    matcher.find(&"node.".repeat(80_000));
    for piece in ["Go.", "php:", "(php", "Go\n", "autonomie ", "# php\n", "pas de "] {
        matcher.find(&piece.repeat(30_000 / piece.len()));
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
