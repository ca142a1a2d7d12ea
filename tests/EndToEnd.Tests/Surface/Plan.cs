using System.Text.Json.Nodes;
using static DanVan.EndToEnd.Tests.Surface.Changes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>
/// What the document cannot say of its examples: what must stand, and have happened, before they make sense. An operation that is not named here works on
/// what the POST above it makes: <c>/movements/{id}/closing</c> on an example of <c>POST /movements</c>.
/// </summary>
static class Plan
{
    /// <summary>What is made for an operation to work on: the operation that makes it, what its example is changed to, and where the answer has the id.</summary>
    public sealed record Subject(string MadeBy, Action<JsonObject, Place>? Changed = null, Func<JsonNode, string>? Id = null);

    /// <summary>
    /// Beginnings of paths that are not walked: staff sign in by the pages and forms of OAuth 2.0, which answer in HTML, as the public pages do; Open311 lays down
    /// how its operations answer. The tests of the directory and of petitions ask them by hand.
    /// </summary>
    public static readonly string[] NotWalked = ["/oauth/authorize", "/oauth/sign-in", "/open311/", "/petitions/public"];

    /// <summary>
    /// Beginnings of paths whose examples are not sent, while what they must refuse is: the own account asks for a member of staff who has signed in, with a
    /// password and codes that no document can show, and an account is locked by failing to sign in only. The tests of the directory do both. A receipt is shown to
    /// its petitioner only, and what is held for review came in through Open311; the tests of petitions use theirs. A rule of a form is explained when the cells break it,
    /// an order is given to units that have the same points, and an approval is withdrawn where several levels approve; the tests of reporting bring about all three.
    /// </summary>
    public static readonly string[] OfStaff =
    [
        "/api/v1/accounts/me",
        "/api/v1/accounts/{id}/unlocking",
        "/api/v1/receipts",
        "/api/v1/petitions/{id}/review",
        "/api/v1/reports/{id}/checks/{code}/explanation",
        "/api/v1/scores/ranking/ties",
        "/api/v1/reports/{id}/approval-withdrawal",
    ];

    /// <summary>By the beginning of the path, or by the id of one operation.</summary>
    public static readonly Dictionary<string, Subject> Subjects = new()
    {
        ["/api/v1/units/{id}"] = new("createUnit", (body, _) => body["kind"] = "COMMUNE"),
        ["/api/v1/people/{id}"] = new("registerPerson", NotPublic),
        ["/api/v1/participants/{id}"] = new("registerPerson", NotPublic),
        ["/api/v1/positions/{id}"] = new("takePosition"),
        ["/api/v1/accounts/{id}"] = new("createAccount", WithNameOfItsOwn),
        ["/api/v1/roles/{id}"] = new("defineRoleMake", WithCodeOfItsOwn),
        ["/api/v1/directory/operations/{id}"] = new("importFile"),
        ["/api/v1/petitions/{id}"] = new("receivePetition", (body, place) => body["unitId"] = place.Unit),
        ["/api/v1/petitions/intake-keys/{id}"] = new("issueIntakeKey", Id: made => made["id"]!.GetValue<string>()),
        ["/api/v1/receptions/{id}"] = new("planReception", (body, place) => body["unitId"] = place.Unit),
        // Asking once more finds the question that is open.
        ["/api/v1/awards/clearances/{id}"] = new("askClearance", null, made => made[0]!["id"]!.GetValue<string>()),
        ["/api/v1/reports/{id}"] = new("openReport", (body, _) => body["period"] = NextPeriod()),
        ["attachFile"] = new("openReport", WithAnnex),
        ["readReportFile"] = new("openReport", WithAnnex),
        ["/api/v1/consolidations/{id}"] = new("consolidateFigures"),
        ["/api/v1/scores/assessments/{id}"] = new("openAssessment", OfAYearThatIsOver),
        ["reviewScore"] = new("openAssessment", OfAUnitBelow),
        ["decideScore"] = new("openAssessment", OfAUnitBelow),
        ["/api/v1/quick-reports/{id}"] = new("sendQuickReport", FromBelow),
        ["/api/v1/subscriptions/{id}"] = new("createSubscription", (body, _) => body["url"] = $"{body["url"]}/{Guid.CreateVersion7()}"),
        ["/api/v1/themes/{id}"] = new("setTheme", OfYearOfItsOwn),
        ["/api/v1/documents/{id}"] = new("registerDocument", WithNumberOfItsOwn),
        ["/api/v1/tasks/{id}"] = new("recordConference", WithTask, made => made["conclusions"]![0]!["taskIds"]![0]!.GetValue<string>()),
        ["mergeUnits"] = new("mergeUnits", (body, place) => body["predecessors"] = new JsonArray(place.Board)),
        ["signReorganisation"] = new("draftReorganisation", OnADayOfItsOwn),
        ["abolishUnit"] = new("createUnit", (body, _) => (body["kind"], body["from"]) = ("COMMUNE", "2020-01-01")),
        ["moveConference"] = new("recordConference", Planned),
        ["reorganiseConference"] = new("recordConference", Planned),
        ["movePetition"] = new("receivePetition", (body, place) => (body["unitId"], body["receivedOn"]) = (place.Unit, "2026-06-01")),
        ["withdrawSignatories"] = new("receivePetition", (body, place) => (body["unitId"], body["signatories"]) = (place.Unit, 6)),
        ["forwardPetition"] = new("receivePetition", Denunciation),
        ["readFollowUp"] = new("receivePetition", Denunciation),
        ["remindFollowUp"] = new("receivePetition", Denunciation),
        ["answerFollowUp"] = new("receivePetition", Denunciation),
        ["tellCitizen"] = new("receivePetition", Denunciation),
        ["enterForwarded"] = new("receivePetition", Denunciation),
        ["returnPetition"] = new("receivePetition", Denunciation),
        ["askCoHandler"] = new("receivePetition", Denunciation),
        ["answerCoHandling"] = new("receivePetition", Denunciation),
        ["moveCoHandling"] = new("receivePetition", Denunciation),
        ["reportResult"] = new("receivePetition", SentOnByAnotherBody),
        ["extendDeadline"] = new("receivePetition", ResolvedHere),
        ["actOnConclusion"] = new("receivePetition", ResolvedHere),
        ["publishConclusion"] = new("receivePetition", ResolvedHere),
        ["endPosting"] = new("receivePetition", ResolvedHere),
        ["recordEffects"] = new("receivePetition", ResolvedHere),
        ["orderProtection"] = new("receivePetition", Denunciation),
        ["yieldToSuperior"] = new("receivePetition", Denunciation),
    };

    /// <summary>What has happened to the subject before, each by its own example.</summary>
    public static readonly Dictionary<string, string[]> Before = new()
    {
        ["findModelEffective"] = ["takeUpModel"],
        ["recogniseModel"] = ["takeUpModel", "findModelEffective"],
        ["decideSuccessor"] = ["abolishUnit"],
        ["signReorganisation"] = ["askForImpact"],
        ["endSecrets"] = ["replaceKeys"],
        ["enableAccount"] = ["disableAccount"],
        ["findComplex"] = ["acceptPetition"],
        ["extendDeadline"] = ["acceptPetition"],
        ["resolvePetition"] = ["acceptPetition"],
        ["suspendPetition"] = ["acceptPetition"],
        ["hearVisit"] = ["holdReception"],
        ["readFollowUp"] = ["forwardPetition"],
        ["remindFollowUp"] = ["forwardPetition"],
        ["answerFollowUp"] = ["forwardPetition"],
        ["revokeIdentityGrant"] = ["grantIdentity"],
        ["eraseIdentity"] = ["guidePetitioner"],
        ["readRedaction"] = ["redactAttachment"],
        ["tellCitizen"] = ["forwardPetition", "answerFollowUp"],
        ["enterForwarded"] = ["forwardPetition"],
        ["returnPetition"] = ["forwardPetition"],
        ["reportResult"] = ["acceptPetition", "resolvePetition"],
        ["actOnConclusion"] = ["acceptPetition", "resolvePetition"],
        ["publishConclusion"] = ["acceptPetition", "resolvePetition"],
        ["endPosting"] = ["acceptPetition", "resolvePetition", "publishConclusion"],
        ["recordSending"] = ["acceptPetition", "resolvePetition"],
        ["recordEffects"] = ["acceptPetition", "resolvePetition"],
        ["planDialogue"] = ["acceptPetition"],
        ["publishResolution"] = ["acceptPetition", "resolvePetition"],
        ["withholdPublication"] = ["acceptPetition", "resolvePetition", "publishResolution"],
        ["reopenPetition"] = ["acceptPetition", "resolvePetition"],
        ["stopPetition"] = ["acceptPetition"],
        ["recordDialogue"] = ["acceptPetition"],
        ["resumePetition"] = ["acceptPetition", "suspendPetition"],
        ["confirmTask"] = ["reportTask"],
        ["returnTask"] = ["reportTask"],
        ["withdrawOverride"] = ["enterCells"],
        ["closeQuickReport"] = ["acknowledgeQuickReport"],
        ["returnReport"] = ["submitReport"],
        ["approveReport"] = ["submitReport"],
        ["readReportContent"] = ["submitReport"],
        ["correctReport"] = ["submitReport", "approveReport"],
        ["readEditionsContent"] = ["submitReport", "approveReport"],
        ["compareEditions"] = ["submitReport", "approveReport"],
        ["readDocument"] = ["submitReport"],
        ["issuePaper"] = ["submitReport"],
        ["readIssuedDocument"] = ["submitReport", "issuePaper"],
    };

    /// <summary>Operations whose body is what another answers about the same subject, and that other one: a file that no document can show.</summary>
    public static readonly Dictionary<string, string> Fetched = new() { ["fillSheet"] = "readSheet" };

    /// <summary>Operations that name another subject of their kind, and the member that does.</summary>
    public static readonly Dictionary<string, string> Beside = new() { ["mergePetition"] = "ofPetitionId" };

    /// <summary>What the services must have answered each other before: the operation that shows it, and how.</summary>
    public static readonly Dictionary<string, (string Operation, Func<JsonNode, bool> Shows)> Awaited = new()
    {
        ["signReorganisation"] = ("readImpact", impact => impact["services"]!.AsArray().All(x => (string?)x!["state"] == "ANSWERED")),
        ["getParticipant"] = ("getParticipant", _ => true),
    };

    /// <summary>Operations on what a unit has left behind that has ended.</summary>
    public static readonly string[] OfEndedUnits =
    [
        "movePetition",
        "moveCoHandling",
        "handOverReport",
        "reorganiseConference",
        "moveTask",
        "moveMovement",
        "moveModel",
    ];

    /// <summary>The list that shows it as of a unit that has ended, where that is not the list of the beginning of the path.</summary>
    public static readonly Dictionary<string, string> ListOfEndedUnits = new() { ["moveCoHandling"] = "/api/v1/petitions/co-handling" };

    /// <summary>What a further parameter of a path names: the operation whose answer has it, and where.</summary>
    public static readonly Dictionary<string, (string Operation, Func<JsonNode, string> In)> Further = new()
    {
        ["grantId"] = ("giveRole", account => account["roles"]!.AsArray()[^1]!["id"]!.GetValue<string>()),
        ["coHandlerId"] = ("askCoHandler", made => made["coHandlerId"]!.GetValue<string>()),
        ["n"] = ("issueLetter", made => $"{made["n"]}"),
        ["attachmentNumber"] = ("addAttachment", made => made["number"]!.ToString()),
        ["sha256"] = ("attachFile", made => made["file"]!["sha256"]!.GetValue<string>()),
        ["flagId"] = ("flagCell", made => made["id"]!.GetValue<string>()),
        ["identityGrantId"] = ("grantIdentity", made => made["id"]!.GetValue<string>()),
        // Never the one in use: every token that was signed with it would be refused.
        ["keyId"] = (
            "listKeys",
            keys => keys.AsArray().First(x => x!["state"]!.GetValue<string>() != "SIGNING")!["keyId"]!.GetValue<string>()
        ),
    };

    /// <summary>What only the centre can make.</summary>
    public static readonly string[] OfTheCentre = ["getDirectoryOperation", "readRolesGet", "defineRoleAlter"];

    /// <summary>
    /// Members whose reference is not looked up when their example is sent: a conference belongs to another service and may be told of later; the participant of
    /// the example is a class of units, which no person goes with.
    /// </summary>
    public static readonly string[] NotLookedUp =
    [
        "issueDecision conferenceId",
        "splitUnit parts[0].parentId",
        "recordConference participants[0].personId",
        "readSignatories after",
    ];

    /// <summary>Examples that others refer to, and those that end what others refer to.</summary>
    public static readonly string[] First = ["createUnit"],
        Last = ["mergeUnits"];

    /// <summary>Parameters that the schema alone does not give a value that makes sense; of one path, of all that begin so, or of any.</summary>
    public static readonly Dictionary<string, string> Values = new()
    {
        ["/api/v1/forms/{code}/versions/{version} code"] = "DANVAN",
        ["/api/v1/duties/completeness form"] = "DANVAN",
        ["/api/v1/duties/completeness regime"] = "STATE_ND09",
        ["/api/v1/duties/completeness kind"] = "YEAR",
        ["/api/v1/duties/completeness year"] = "2025",
        ["/api/v1/figures form"] = "DANVAN",
        ["/api/v1/figures regime"] = "STATE_ND09",
        ["/api/v1/figures kind"] = "YEAR",
        ["/api/v1/figures year"] = "2025",
        ["/api/v1/figures of"] = "HALF_YEAR",
        ["/api/v1/figures fromYear"] = "2022",
        ["/api/v1/figures toYear"] = "2025",
        ["/api/v1/figures/{cell}/texts cell"] = "NX01",
        ["/api/v1/figures/{cell}/files cell"] = "QD20",
        ["/api/v1/figures/{cell}/files form"] = "DANVAN_QCDC",
        ["/api/v1/reports/{id}/cells/{code}/file code"] = "QD20",
        ["/api/v1/figures indicator"] = "DT01",
        ["/api/v1/reports/{id}/document format"] = "pdf",
        ["/api/v1/scores/ranking scheme"] = "CAN_THO_2579",
        ["/api/v1/scores/ranking year"] = "2026",
        ["/api/v1/reports/{id}/issues format"] = "pdf",
        ["code"] = "DT01",
        ["cell"] = "DT01",
        ["indicator"] = "stock.received",
        ["date"] = "2026-12-31",
        ["version"] = "1",
        ["edition"] = "1",
        ["issue"] = "1",
        ["kind"] = "units",
        ["rule"] = "KN.ACC",
        ["name"] = "Vi Du",
        ["type"] = "vn.danvan.petitions.petition-received.v1",
    };
}
