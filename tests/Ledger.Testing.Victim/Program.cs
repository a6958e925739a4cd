using Ledger.Testing.Victim;

// A program that is killed in the middle of its work, by itself: see KillSwitch. Started by Ledger.Testing's Victims.
//   Ledger.Testing.Victim SCENARIO CONNECTION-STRING KILL-AT [ARGUMENT...]
// A new scenario is a file of its own in Scenarios/ and a line in this table.
var scenarios = new Dictionary<string, Func<Situation, Task>>(StringComparer.Ordinal)
{
    ["append"] = AppendScenario.RunAsync,
    ["catch-up"] = ProjectionScenarios.CatchUpAsync,
    ["rebuild"] = ProjectionScenarios.RebuildAsync,
    ["lead"] = ProjectionScenarios.LeadAsync,
    ["embedded"] = EmbeddedScenario.RunAsync,
    ["approve"] = ApprovalScenario.RunAsync,
    ["storm"] = StormScenario.RunAsync,
    ["follow"] = FollowScenario.RunAsync,
#if CRITTER_STACK
    ["wolverine"] = WolverineScenario.RunAsync,
#endif
};
await scenarios[args[0]](new(args[1], KillSwitch.At(args[2]), args[3..]));
Situation.Say(Situation.Survived);
