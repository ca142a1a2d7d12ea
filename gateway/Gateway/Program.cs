using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Gateway.Edge;
using DanVan.Gateway.Quotas;
using DanVan.Gateway.Reference;
using DanVan.Gateway.Routing;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddHosting("gateway").AddHttpRules("gateway").AddTokens();
builder.Services.AddTokenGate();
builder.AddEdge().AddQuotas().AddRoutes().AddReference();
var app = builder.Build();

app.UseEdge();
app.UseProblems(RoutingSetup.SayWhoIsAway);
app.UseReferencePages();
app.UseRouting();
app.UseDoor();
app.UseTokenReading();
app.UseQuotas();
app.UseTokenDemands();

app.MapOwnHealth();
app.MapReferenceDocument();
app.MapRoutes();
app.MapNowhere();
await app.GuardEndpoints().RunAsync();
