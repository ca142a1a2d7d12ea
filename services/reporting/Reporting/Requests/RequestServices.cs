using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Requests;

static class RequestServices
{
    public static void MapRequests(this RouteGroupBuilder group)
    {
        AskForReport.Map(group);
        ReadReportRequests.Map(group);
        WithdrawReportRequest.Map(group);
    }

    public static void HasRequests(this ModelBuilder model)
    {
        var request = model.Entity<ReportRequest>();
        request.Ignore(one => one.Period).Ignore(one => one.IsWithdrawn).Property(one => one.Id).ValueGeneratedNever();
    }
}
