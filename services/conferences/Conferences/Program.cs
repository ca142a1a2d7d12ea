using DanVan.Conferences;
using DanVan.Conferences.Ceremonies;
using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Convening;
using DanVan.Conferences.Documents;
using DanVan.Conferences.Oversight;
using DanVan.Conferences.People;
using DanVan.Conferences.Statistics;
using DanVan.Conferences.Tasks;
using DanVan.Conferences.Themes;

var builder = WebApplication.CreateBuilder(args);
builder.AddChassis<ConferencesDb>("conferences");
builder.Services.AddDirectoryReplica();
builder.Services.AddReaction<WhenAwardDecisionIssued>("ceremonies");
builder.Services.AddReaction<WhenAwardRecipientsEntered>("ceremony-recipients");
builder.Services.AddReaction<WhenAwardDecisionReferenceStated>("ceremony-references");
builder.Services.AddReaction<WhenAwardRevoked>("ceremony-revocations");

var app = builder.Build();
app.UseChassis();
var conferences = app.MapResource("/api/v1/conferences", "conferences");

RecordConference.Map(conferences);
ListConferences.Map(conferences);
CountConferences.Map(conferences);
GetConference.Map(conferences);
MoveConference.Map(conferences);
IssueConclusion.Map(conferences);
ListCeremony.Map(conferences);

ListTasks.Map(conferences);
AcceptTask.Map(conferences);
ReportTask.Map(conferences);
ConfirmTask.Map(conferences);
ReturnTask.Map(conferences);
ExtendTask.Map(conferences);
CancelTask.Map(conferences);

PlanOversight.Map(conferences);
ListOversight.Map(conferences);
EndOversight.Map(conferences);

RegisterPerson.Map(conferences);
ListPeople.Map(conferences);
GetPerson.Map(conferences);
SetTheme.Map(conferences);
ListThemes.Map(conferences);
RegisterDocument.Map(conferences);
ListDocuments.Map(conferences);

return await app.RunServiceAsync(args);
