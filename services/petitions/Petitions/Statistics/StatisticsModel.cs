using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Statistics;

static class StatisticsModel
{
    public static void AddStatistics(this ModelBuilder model)
    {
        model
            .Entity<Spell>()
            .ToTable("counted_spells")
            .HasKey(s => new
            {
                s.PetitionId,
                s.Number,
                s.FromSequence,
            });
        model.Entity<CountedSession>().ToTable("counted_sessions").HasKey(s => s.ReceptionId);
        model.Entity<CountedVisit>().ToTable("counted_visits").HasKey(v => v.VisitId);
        model.Entity<CountedReminder>().ToTable("counted_reminders").HasKey(r => r.Sequence);
        model.Entity<CountedSession>().Property(s => s.ReceptionId).ValueGeneratedNever();
        model.Entity<CountedVisit>().Property(v => v.VisitId).ValueGeneratedNever();
        model.Entity<CountedReminder>().Property(r => r.Sequence).ValueGeneratedNever();
    }
}
