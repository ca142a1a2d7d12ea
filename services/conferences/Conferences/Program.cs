using DanVan.Conferences;
using DanVan.Conferences.Ceremonies;
using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Convening;
using DanVan.Conferences.Documents;
using DanVan.Conferences.Oversight;
using DanVan.Conferences.People;
using DanVan.Conferences.Reorganisations;
using DanVan.Conferences.Statistics;
using DanVan.Conferences.Tasks;
using DanVan.Conferences.Themes;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddChassis<ConferencesDb>("conferences");
builder.Services.AddDirectoryReplica();
builder.Services.AddReorganisations<WhenReorganisationImpactIsAsked, WhenReorganisationIsCarriedOut>();
builder.Services.AddReaction<WhenAwardDecisionIssued>("ceremonies");
builder.Services.AddReaction<WhenAwardRecipientsEntered>("ceremony-recipients");
builder.Services.AddReaction<WhenAwardDecisionReferenceStated>("ceremony-references");
builder.Services.AddReaction<WhenAwardRevoked>("ceremony-revocations");
builder.Services.AddOnlyOne("one_theme_a_year", ConferenceRejections.OneThemeAYear);
builder.Services.AddOnlyOne("one_document", ConferenceRejections.OneDocument);

var app = builder.Build();
app.UseChassis();
var conferences = app.MapResource("/api/v1/conferences", "conferences");

RecordConference.Map(conferences);
ListConferences.Map(conferences);
CountConferences.Map(conferences);
GetConference.Map(conferences);
MoveConference.Map(conferences);
ReorganiseConference.Map(conferences);
IssueConclusion.Map(conferences);
ListCeremony.Map(conferences);

var tasks = app.MapResource("/api/v1/tasks", "conferences");
ListTasks.Map(tasks);
AcceptTask.Map(tasks);
ReportTask.Map(tasks);
ConfirmTask.Map(tasks);
ReturnTask.Map(tasks);
ExtendTask.Map(tasks);
CancelTask.Map(tasks);
MoveTask.Map(tasks);

var plans = app.MapResource("/api/v1/oversight-plans", "conferences");
PlanOversight.Map(plans);
ListOversight.Map(plans);
EndOversight.Map(plans);

var participants = app.MapResource("/api/v1/participants", "conferences");
ListParticipants.Map(participants);
GetParticipant.Map(participants);

var themes = app.MapResource("/api/v1/themes", "conferences");
SetTheme.Map(themes);
ListThemes.Map(themes);

var documents = app.MapResource("/api/v1/documents", "conferences");
RegisterDocument.Map(documents);
ListDocuments.Map(documents);

return await app.RunServiceAsync(args);
