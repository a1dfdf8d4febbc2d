//! The fourteen questions of `fit`: what is asked, and which quality of the sheets or interest of the official job
//! sheet it stands for. The sheets' own words and sources come from the dataset.

use crate::model::text::{Text, text};

/// A question with what it stands for.
#[derive(Debug, Clone)]
pub struct Question {
    /// Unique among questions.
    pub id: &'static str,
    /// What is asked.
    pub question: Text,
    /// The quality or interest that it stands for.
    pub quality: Text,
    /// The skill of the dataset that names it; `None` for an interest of the official job sheet.
    pub skill: Option<&'static str>,
    /// What can be tried to find out.
    pub trial: Text,
}

/// The source of the interests.
pub const INTERESTS: &str = "france-travail-rome";

const fn question(
    id: &'static str,
    question: Text,
    quality: Text,
    skill: Option<&'static str>,
    trial: Text,
) -> Question {
    Question { id, question, quality, skill, trial }
}

/// The questions, in the order in which they are asked.
pub static QUESTIONS: [Question; 14] = [
    question(
        "problems",
        text(
            "Aimez-vous chercher longtemps la cause d’un problème, jusqu’à comprendre ?",
            "Do you like to look for the cause of a problem for a long time, until you understand?",
        ),
        text(
            "Goût de la recherche (intérêt premier du métier)",
            "Taste for investigation (the job’s first interest)",
        ),
        None,
        text(
            "Prenez un casse-tête logique ou un exercice de code en ligne, et voyez si le temps passe vite.",
            "Take a logic puzzle or an online coding exercise, and see whether time flies.",
        ),
    ),
    question(
        "order",
        text(
            "Aimez-vous travailler avec méthode, en suivant des règles précises ?",
            "Do you like to work with method, following precise rules?",
        ),
        text(
            "Goût de l’ordre et des règles (intérêt second du métier)",
            "Taste for order and rules (the job’s second interest)",
        ),
        None,
        text(
            "Rangez dans un tableau une collection ou des dépenses, avec des règles que vous tenez un mois.",
            "Keep a collection or your spending in a table, by rules that you follow for a month.",
        ),
    ),
    question(
        "rigour",
        text(
            "Relisez-vous votre travail avant de le rendre ?",
            "Do you check your work before you hand it in?",
        ),
        text("Rigueur", "Rigour"),
        Some("rigour"),
        text(
            "Écrivez un petit programme, puis cherchez ce qui le fait échouer.",
            "Write a small program, then look for what makes it fail.",
        ),
    ),
    question(
        "detail",
        text("Une virgule mal placée vous saute-t-elle aux yeux ?", "Does a misplaced comma catch your eye?"),
        text("Minutie", "Thoroughness"),
        Some("thoroughness"),
        text(
            "Corrigez un texte d’une page et comptez ce qui vous échappe.",
            "Correct a page of text and count what you miss.",
        ),
    ),
    question(
        "alone",
        text(
            "Savez-vous avancer seul plusieurs heures, sans que l’on vous dise quoi faire ?",
            "Can you go on alone for hours without being told what to do?",
        ),
        text("Autonomie", "Autonomy"),
        Some("autonomy"),
        text(
            "Suivez un cours en ligne gratuit jusqu’au bout, sans professeur.",
            "Follow a free online course to its end, without a teacher.",
        ),
    ),
    question(
        "team",
        text(
            "Aimez-vous réussir à plusieurs plutôt que seul ?",
            "Do you like to succeed with others rather than alone?",
        ),
        text("Travail en équipe", "Teamwork"),
        Some("teamwork"),
        text(
            "Menez un projet court à deux, en partageant les tâches.",
            "Run a short project with someone, sharing the tasks.",
        ),
    ),
    question(
        "listening",
        text(
            "Laissez-vous l’autre finir avant de proposer une solution ?",
            "Do you let others finish before you offer a solution?",
        ),
        text("Écoute", "Listening"),
        Some("listening"),
        text(
            "Demandez à un proche ce qu’il attend d’un site, et écrivez-le sans rien ajouter.",
            "Ask someone close what they expect of a website, and write it down without adding anything.",
        ),
    ),
    question(
        "explaining",
        text(
            "Savez-vous expliquer une chose compliquée à qui n’y connaît rien ?",
            "Can you explain a complicated thing to someone who knows nothing of it?",
        ),
        text("Vulgarisation", "Explaining simply"),
        Some("explaining-simply"),
        text(
            "Expliquez en deux minutes comment une page web arrive sur un téléphone.",
            "Explain in two minutes how a web page gets to a phone.",
        ),
    ),
    question(
        "curiosity",
        text(
            "Apprenez-vous des choses nouvelles sans y être obligé ?",
            "Do you learn new things without having to?",
        ),
        text("Curiosité", "Curiosity"),
        Some("curiosity"),
        text(
            "Lisez chaque semaine un article sur une technique que vous ne connaissez pas.",
            "Read an article a week about a technique that you do not know.",
        ),
    ),
    question(
        "english",
        text(
            "Lisez-vous un mode d’emploi en anglais sans renoncer ?",
            "Can you read instructions in English without giving up?",
        ),
        text("Anglais", "English"),
        Some("english"),
        text(
            "Lisez la première page de la documentation d’un langage, en anglais.",
            "Read the first page of a language’s documentation, in English.",
        ),
    ),
    question(
        "change",
        text(
            "Supportez-vous que l’on change ce que vous veniez de finir ?",
            "Can you bear that what you have just finished is changed?",
        ),
        text("Adaptabilité", "Adaptability"),
        Some("adaptability"),
        text(
            "Faites refaire un de vos travaux avec une consigne nouvelle, et notez ce que cela vous fait.",
            "Redo one of your works under a new instruction, and note how it feels.",
        ),
    ),
    question(
        "reacting",
        text(
            "Restez-vous efficace quand il faut réparer vite ?",
            "Do you stay effective when something must be mended fast?",
        ),
        text("Réactivité", "Responsiveness"),
        Some("responsiveness"),
        text(
            "Dépannez quelqu’un qui est pressé, et voyez si vous gardez votre calme.",
            "Help out someone who is in a hurry, and see whether you keep calm.",
        ),
    ),
    question(
        "organising",
        text(
            "Tenez-vous vos échéances sans que l’on vous les rappelle ?",
            "Do you meet deadlines without being reminded?",
        ),
        text("Organisation", "Organisation"),
        Some("organisation"),
        text(
            "Planifiez une semaine de travail, puis comparez avec ce que vous avez fait.",
            "Plan a week of work, then compare it with what you did.",
        ),
    ),
    question(
        "code",
        text(
            "Avez-vous déjà programmé pour le plaisir, ou en avez-vous envie ?",
            "Have you programmed for fun, or do you want to?",
        ),
        text("Passion du code", "Passion for code"),
        Some("passion-for-code"),
        text(
            "Écrivez un programme qui vous sert, si petit soit-il.",
            "Write a program that is of use to you, however small.",
        ),
    ),
];
