using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Storage.Demand;
using Muster.Storage.Tests.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Demand;

public sealed class ForecastStoreTests
{
    private static readonly BusinessUnitId Unit = new(Guid.CreateVersion7());

    private static readonly PlanningGroupId Group = new(Guid.CreateVersion7());

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_the_machine_said_of_a_group_is_its_first_word_and_moves_the_version()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ForecastStore(database);
        var forecast = Forecast(1);
        await InsertAsync(database, store, forecast);

        await PutAsync(database, store, forecast, "first");
        await PutAsync(database, store, forecast, "second");

        var part = await store.FindGroupAsync(forecast.Id, Group, None);
        Assert.Equal(("first", 2L), (part!.Machine, part.Version));
        Assert.Equal([(Group, false)], await store.ListMadeAsync(forecast.Id, None));
    }

    [Fact]
    public async Task Forecasts_are_listed_page_by_page_also_when_they_were_asked_for_at_once()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ForecastStore(database);
        var all = Enumerable.Range(0, 5).Select(number => Forecast(number / 3)).ToList();
        foreach (var forecast in all)
        {
            await InsertAsync(database, store, forecast);
        }

        var seen = new List<ForecastId>();
        for (IReadOnlyList<ForecastScenario> page = [null!]; page.Count > 0;)
        {
            page = await store.ListAsync(Unit, seen.Count > 0 ? seen[^1] : null, 2, None);
            seen.AddRange(page.Select(forecast => forecast.Id));
        }

        Assert.Equal(
            all.OrderByDescending(forecast => forecast.CreatedAt).ThenByDescending(forecast => forecast.Id.Value)
                .Select(forecast => forecast.Id),
            seen);
    }

    private static ForecastScenario Forecast(int second) => new()
    {
        Id = new ForecastId(Guid.CreateVersion7()),
        BusinessUnit = Unit,
        Name = "Plan",
        Groups = [Group],
        CreatedBy = "test",
        CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(second),
    };

    private static async Task InsertAsync(Database database, ForecastStore store, ForecastScenario forecast)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        await store.InsertAsync(transaction, forecast, None);
        await transaction.CommitAsync(None);
    }

    private static async Task PutAsync(
        Database database, ForecastStore store, ForecastScenario forecast, string machine)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        await store.PutMachineAsync(
            transaction,
            new ForecastGroupRow(forecast.Id, Group, machine, null, null, "[]", new StaffingTerms(), 1), None);
        await transaction.CommitAsync(None);
    }
}
