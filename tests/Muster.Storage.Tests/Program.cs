using Muster.Storage.Tests.BuiltIn;
using Xunit.Runner.InProc.SystemConsole;

return args is [HeldPostgres.Verb, var directory]
    ? await HeldPostgres.HoldAsync(directory)
    : await ConsoleRunner.Run(args);
