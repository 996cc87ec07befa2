using Muster.Server.Options;

namespace Muster.Server.Tests.Options;

public sealed class OptionReaderTests
{
    [Fact]
    public void Defaults_hold_when_nobody_says_otherwise()
    {
        var options = OptionReader.Read([]);

        Assert.Equal(5, options.Database.CommandTimeout);
        Assert.All(options.Effective, option => Assert.Equal("default", option.Source));
    }

    [Fact]
    public void The_last_source_wins_and_is_named()
    {
        var options = OptionReader.Read(
            [new("Server:CacheSlack", "2", "muster.json"), new("server:cacheslack", "0.5", "--set")]);

        Assert.Equal(0.5, options.Server.CacheSlack);
        Assert.Equal("--set", options.Effective.Single(option => option.Option.Key == "Server:CacheSlack").Source);
    }

    [Theory]
    [InlineData("http://a.example.org:7070,http://b.example.org:7070", "", 1)]
    [InlineData("http://a.example.org:7070,http://b.example.com:7070", "example.org", 1)]
    [InlineData("http://a.example.org:7070,http://b.example.org:7070", "example.org", 0)]
    [InlineData("http://127.0.0.1:7070,http://127.0.0.1:7071", "", 0)]
    public void A_page_goes_on_only_where_its_session_is_known(string origins, string domain, int troubles)
    {
        var server = new ServerOptions { Origins = origins, CookieDomain = domain };

        Assert.Equal(troubles, server.Check().Count(trouble => trouble.StartsWith("Server:CookieDomain")));
    }

    [Fact]
    public void Values_are_read_in_the_type_of_their_option()
    {
        var options = OptionReader.Read(
            [new("Limit:Burst", "7", "x"), new("Identity:SessionHours", "0.5", "x"), new("Server:Node", "n1", "x")]);

        Assert.Equal(7, options.Limit.Burst);
        Assert.Equal(0.5, options.Identity.SessionHours);
        Assert.Equal("n1", options.Server.Node);
    }

    [Theory]
    [InlineData("Server:CacheSlak", "1", "Server:CacheSlack")]
    [InlineData("Databas:Conection", "x", "Database:Connection")]
    [InlineData("Burst", "1", "Limit:Burst")]
    public void An_unknown_option_is_refused_with_the_nearest_name(string key, string value, string nearest)
    {
        var refused = Assert.Throws<StartRefusedException>(() => OptionReader.Read([new(key, value, "muster.json")]));

        Assert.Contains($"There is no option {key} (set by muster.json)", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"Maybe {nearest} is meant", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:CommandTimeout", "soon", "is not a whole number", "1 to 5 s")]
    [InlineData("Database:CommandTimeout", "60", "is out of range", "1 to 5 s")]
    [InlineData("Server:CacheSlack", "NaN", "is out of range", "0.1 to 60 s")]
    [InlineData("Telemetry:LogFormat", "xml", "is out of range", "text | json")]
    public void A_wrong_value_is_refused_with_what_is_allowed(string key, string value, string why, string allowed)
    {
        var refused = Assert.Throws<StartRefusedException>(() => OptionReader.Read([new(key, value, "here")]));

        Assert.Contains($"{key} = {value} (set by here) {why}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        var refused = Assert.Throws<StartRefusedException>(() => OptionReader.Read(
            [new("Nonsense:Option", "1", "a"), new("Limit:Burst", "none", "b"), new("Server:MaxRequest", "1", "c")]));

        Assert.StartsWith("3 options are wrong", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_do_not_go_together_are_refused()
    {
        var refused = Assert.Throws<StartRefusedException>(() => OptionReader.Read(
            [new("Identity:TokenMinutes", "100", "a"), new("Identity:MaxTokenMinutes", "10", "a")]));

        Assert.Contains("Identity:MaxTokenMinutes (10)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        var options = OptionReader.Read([new("Database:Connection", "Password=hidden", "x")]);

        Assert.DoesNotContain(options.Effective, option => option.Value.Contains("hidden", StringComparison.Ordinal));
        Assert.Equal("Password=hidden", options.Database.Connection);
    }
}
