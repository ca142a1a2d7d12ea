using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Chassis.Operations;
using DanVan.Directory;
using DanVan.Directory.Accounts;
using DanVan.Directory.Calendar;
using DanVan.Directory.Clients;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Import;
using DanVan.Directory.Keys;
using DanVan.Directory.People;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Replicas;
using DanVan.Directory.SignIn;
using DanVan.Directory.Tokens;
using DanVan.Directory.Units;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddChassis<DirectoryDb>("directory");

builder.Services.AddTokenIssuing();
builder.Services.AddSignIn();
builder.Services.AddOperation<ApplyImport>();
builder.Services.AddBatchReaction<WhenReplicaAsked>("replica-asked", typeof(ReplicaAsked));
builder.Services.AddHostedService<Bootstrap>();
builder.Services.AddReorganisations();

var app = builder.Build();
app.UseChassis();

var units = app.MapResource("/api/v1/units", "units");
CreateUnit.Map(units);
RenameUnit.Map(units);
ChangeStatus.Map(units);
RecodeUnit.Map(units);
MoveUnit.Map(units);
AbolishUnit.Map(units);
MergeUnits.Map(units);
SplitUnit.Map(units);
DecideSuccessor.Map(units);
GetUnit.Map(units);
GetUnitHistory.Map(units);
GetAncestors.Map(units);
FollowSuccession.Map(units);
ListUnits.Map(units);
ListUndecided.Map(units);
SearchUnits.Map(units);
LookUpAddress.Map(units);
CountSubtree.Map(units);
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
SetDays.Map(calendar);
CountDays.Map(calendar);

var clients = app.MapResource("/api/v1/clients", "clients");
RegisterClient.Map(clients);
ReadClients.Map(clients);
ChangeClient.Map(clients);
RotateSecret.Map(clients);
EndSecrets.Map(clients);
ReplaceKeys.Map(clients);
DisableClient.Map(clients);

var keys = app.MapResource("/api/v1/directory/signing-keys", "signing-keys");
ListKeys.Map(keys);
RotateKeys.Map(keys);
WithdrawKey.Map(keys);

var people = app.MapResource("/api/v1/people", "people");
RegisterPerson.Map(people);
CorrectPerson.Map(people);
ReadPeople.Map(people);
TakePosition.Map(people);
ReadPositions.MapOfPerson(people);

var positions = app.MapResource("/api/v1/positions", "positions");
ReadPositions.Map(positions);
EndPosition.Map(positions);
CorrectPosition.Map(positions);
AnnulPosition.Map(positions);

var accounts = app.MapResource("/api/v1/accounts", "accounts");
CreateAccount.Map(accounts);
ReadAccounts.Map(accounts);
GiveRole.Map(accounts);
EndRole.Map(accounts);
ResetPassword.Map(accounts);
UnlockAccount.Map(accounts);
DisableAccount.Map(accounts);
EnableAccount.Map(accounts);
OwnAccount.Map(accounts);
ChangeOwnPassword.Map(accounts);
SetUpSecondFactor.Map(accounts);
RemoveSecondFactor.Map(accounts);
ReplaceRecoveryCodes.Map(accounts);

var roles = app.MapResource("/api/v1/roles", "roles");
DefineRole.Map(roles);
ReadRoles.Map(roles);

ShowSignIn.Map(app);
CheckPassword.Map(app);
CheckSecondFactor.Map(app);
ReplacePassword.Map(app);
IssueToken.Map(app);
RevokeToken.Map(app);
PublishKeys.Map(app);

return await app.RunServiceAsync(args);
