using System.Text.Json;
using Muster.Testing;

namespace Muster.Browser.Tests.People;

/// <summary>A node of its own that follows its own directory, with a person in it.</summary>
internal sealed class FollowedCompany : IAsyncDisposable
{
    private const string Name = "hr";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly OwnNode _node = new("demo");

    public Uri Address => _node.Address;

    public ApiSession Ada { get; private set; } = null!;

    public static async Task<FollowedCompany> StartAsync()
    {
        var company = new FollowedCompany();
        await company._node.StartAsync();
        company.Ada = await ApiSession.SignInAsync(company.Address, "ada", DemoNode.Password);
        await company.Ada.PutAsync($"/directory/tenants/{Name}", new { name = Name });
        await company.SayAsync("Kim");
        await company.Ada.PostAsync(
            "/synchronization/sources", new { name = Name, type = "directory", level = 2 });
        await company.AgentAsync(_ => true);
        return company;
    }

    /// <summary>What the directory says of its only person.</summary>
    public Task SayAsync(string firstName) => Ada.PutAsync(
        "/directory/people/p1",
        new { tenant = Name, first_name = firstName, last_name = "Holm", employee_number = "n-1" });

    /// <summary>The person, as soon as something holds.</summary>
    public async Task<JsonElement> AgentAsync(Func<JsonElement, bool> holds)
    {
        JsonElement found = default;
        await Until.FineAsync(Patience, async () =>
        {
            var items = (await Ada.GetAsync("/people")).GetProperty("items");
            return items.GetArrayLength() == 1 && holds(found = items[0]) ? null : items.ToString();
        });
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        Ada?.Dispose();
        await _node.DisposeAsync();
    }
}
