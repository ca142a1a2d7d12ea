using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Chassis.Operations;
using DanVan.Directory;
using DanVan.Directory.Calendar;
using DanVan.Directory.Clients;
using DanVan.Directory.Import;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Tokens;
using DanVan.Directory.Units;

var builder = WebApplication.CreateBuilder(args);
builder.AddChassis<DirectoryDb>("directory");

builder.Services.AddTokenIssuing();
builder.Services.AddOperation<ApplyImport>();
builder.Services.AddHostedService<Bootstrap>();
builder.Services.AddReorganisations();

var app = builder.Build();
app.UseChassis();

var units = app.MapResource("/api/v1/units", "units");
CreateUnit.Map(units);
RenameUnit.Map(units);
RecodeUnit.Map(units);
MoveUnit.Map(units);
AbolishUnit.Map(units);
MergeUnits.Map(units);
DecideSuccessor.Map(units);
GetUnit.Map(units);
GetUnitHistory.Map(units);
GetAncestors.Map(units);
FollowSuccession.Map(units);
ListUnits.Map(units);
ListUndecided.Map(units);
SearchUnits.Map(units);
GetTree.Map(units);
ImportFile.Map(units);

var reorganisations = app.MapResource("/api/v1/reorganisations", "reorganisations");
DraftReorganisation.Map(reorganisations);
ChangeReorganisation.Map(reorganisations);
AskForImpact.Map(reorganisations);
ReadImpact.Map(reorganisations);
SignReorganisation.Map(reorganisations);
WithdrawReorganisation.Map(reorganisations);
ReadReorganisations.Map(reorganisations);
ReadFollowing.Map(reorganisations);

var calendar = app.MapResource("/api/v1/calendar", "calendar");
ListDays.Map(calendar);
SetDay.Map(calendar);
CountDays.Map(calendar);

var clients = app.MapResource("/api/v1/clients", "clients");
RegisterClient.Map(clients);
ReadClients.Map(clients);
RotateSecret.Map(clients);
DisableClient.Map(clients);

IssueToken.Map(app);
PublishKeys.Map(app);

return await app.RunServiceAsync(args);
