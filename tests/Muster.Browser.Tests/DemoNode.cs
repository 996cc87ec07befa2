using System.Collections.Concurrent;
using Muster.Browser.Tests;

[assembly: AssemblyFixture(typeof(DemoNode))]

namespace Muster.Browser.Tests;

/// <summary>One demonstration for all tests that leave the node and its four accounts as they are.</summary>
public sealed class DemoNode : IAsyncLifetime
{
    public const string Password = "muster-demo";

    private readonly OwnNode _node = new("demo");
    private readonly ConcurrentDictionary<string, Lazy<Task<ApiSession>>> _sessions = new();

    public Uri Address => _node.Address;

    /// <summary>How its built-in PostgreSQL is reached.</summary>
    public string Connection => _node.Connection;

    public async ValueTask InitializeAsync() => await _node.StartAsync();

    /// <summary>Signed in with one session however many tests ask; nobody signs out of it.</summary>
    public Task<ApiSession> SessionAsync(string userName) => _sessions.GetOrAdd(
        userName, new Lazy<Task<ApiSession>>(() => ApiSession.SignInAsync(Address, userName, Password))).Value;

    /// <summary>A user whose name no other test has, with a first password.</summary>
    /// <param name="unit">The management unit that the role is limited to; null: none.</param>
    public async Task<NewPerson> NewPersonAsync(string accessRole, string? unit = null)
    {
        var ada = await SessionAsync("ada");
        var roles = await ada.GetAsync("/access-roles");
        var role = roles.GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == accessRole);
        var name = Unique.Name("person");
        var made = await ada.PostAsync("/users", new
        {
            user_name = name,
            display_name = $"{name} the {accessRole}",
            grants = new[]
            {
                new
                {
                    role_id = role.GetProperty("id"),
                    scope_kind = unit is null ? "all" : "management_unit",
                    scope_id = unit,
                },
            },
        });
        return new NewPerson(
            made.GetProperty("user").GetProperty("id").GetString()!,
            name,
            made.GetProperty("first_password").GetString()!);
    }

    /// <summary>A user of one's own, signed in: what they change about themselves meets no other test.</summary>
    public async Task<ApiSession> NewSessionAsync(string accessRole, string? unit = null)
    {
        var person = await NewPersonAsync(accessRole, unit);
        var session = await ApiSession.SignInAsync(Address, person.UserName, person.FirstPassword);
        await session.PostAsync(
            "/session/password", new { current_password = person.FirstPassword, new_password = Password });
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values)
        {
            (await session.Value).Dispose();
        }

        await _node.DisposeAsync();
    }
}
