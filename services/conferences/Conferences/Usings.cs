global using DanVan.Chassis;
global using DanVan.Chassis.Auth;
global using DanVan.Chassis.Http;
global using DanVan.Chassis.OpenApi;
global using DanVan.Directory.Client;
global using Microsoft.AspNetCore.Http.HttpResults;
global using Microsoft.EntityFrameworkCore;
