using System.Net;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Testing;

namespace Muster.Server.Tests;

/// <summary>
/// A whole node over HTTP on a database of its own, in this process, with its time in the test's hand.
/// </summary>
public sealed class TestNode : IAsyncDisposable
{
    private TestNode(TestDatabase database, MusterHost host, ShiftedTime time) =>
        (Database, Host, Time) = (database, host, time);

    public TestDatabase Database { get; }

    public MusterHost Host { get; }

    public ShiftedTime Time { get; }

    /// <param name="settings">Options as <c>Area:Name=value</c>.</param>
    public static async Task<TestNode> StartAsync(params string[] settings) =>
        await StartAsync(await TestDatabase.CreateAsync(), settings);

    /// <summary>A node on a database that another node may have too.</summary>
    public static async Task<TestNode> StartAsync(TestDatabase database, params string[] settings)
    {
        var given = settings.Select(text => text.Split('=', 2));
        var time = new ShiftedTime();
        var options = OptionReader.Read(
        [
            new OptionSetting("Database:Connection", database.ConnectionString, "test"),
            new OptionSetting("Server:Urls", "http://127.0.0.1:0", "test"),
            new OptionSetting("Telemetry:LogLevel", "error", "test"),
            new OptionSetting("Limit:SignInsPerMinute", "100000", "test"),
            new OptionSetting("Identity:PasswordRounds", "1000", "test"),
            .. given.Select(pair => new OptionSetting(pair[0], pair[1], "test")),
        ]);
        return new TestNode(database, await MusterHost.StartAsync(options, time, CancellationToken.None), time);
    }

    /// <summary>A browser or program that has not signed in.</summary>
    public TestClient Anonymous() => new(Host.Address);

    /// <summary>A person with some access roles, signed in.</summary>
    public async Task<TestClient> SignedInAsync(string userName, params string[] roles)
    {
        await TestAccounts.AddAsync(Host.Services, userName, roles);
        var client = Anonymous();
        var answer = await client.PostAsync("/session", new { user_name = userName, password = TestAccounts.Password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return client;
    }

    /// <summary>A person who may do everything, signed in.</summary>
    public Task<TestClient> AdministratorAsync() => SignedInAsync("root-of-all", "Administrator");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
