using System.ComponentModel.DataAnnotations;
using DanVan.Chassis.Http;

namespace DanVan.Directory;

/// <summary>A date that an act of the state can have: from 1945 to 2199. Others are slips of the pen.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class BusinessDateAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or DateOnly { Year: >= 1945 and < 2200 };

    public override string FormatErrorMessage(string name) =>
        Phrases.Of("Phải là ngày từ 1945-01-01 đến 2199-12-31.", "Must be a date from 1945-01-01 to 2199-12-31.");
}
